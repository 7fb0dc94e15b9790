"""Supplies: for each operation what there is to send, by whom, and on which rows."""

import json
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from random import Random
from typing import Any
from urllib.parse import urlencode

from backstay.blueprint.contract import Resource
from backstay.blueprint.expressions.tree import bind
from backstay.blueprint.operations import Operation
from backstay.blueprint.samples.mending import is_true
from backstay.prove.load.bodies import Bodies
from backstay.prove.load.crowd import Caller
from backstay.prove.load.queries import queries_of
from backstay.prove.load.reach import Reach
from backstay.prove.load.shots import Shot
from backstay.prove.seeding.seed import SEED
from backstay.prove.seeding.stock import Stock, Stored
from backstay.prove.world.bodies import NoRowError
from backstay.prove.world.world import World

MOST_ROWS, MOST_PAIRS = 20_000, 4_000


class Supplies:
    """Shots on the seeded rows of one world."""

    def __init__(self, world: World, stock: Stock, callers: Sequence[Caller]) -> None:
        self._blueprint = world.blueprint
        self._stock = stock
        self._chance = Random(SEED)  # noqa: S311 spread, not secrecy
        self.reach = Reach(world.blueprint, stock, callers)
        self._shuffled: dict[str, list[Stored]] = {}
        self._bodies = {
            one.name: Bodies(world.blueprint, one, stock, self.reach, self._chance)
            for one in world.blueprint.resources
        }

    def shots(self, operation: Operation) -> Iterator[Shot]:
        """Shots of one operation on a resource; `delete` has rows of its own, made before."""
        resource = self._blueprint.resource(operation.resource)
        if operation.kind == "create":
            return self._creations(operation, resource)
        if operation.kind == "list":
            return self._lists(operation, resource)
        if operation.kind == "get":
            return cycle(list(self._reads(operation, resource)))
        return self._changes(operation, resource)

    def _creations(self, operation: Operation, resource: Resource) -> Iterator[Shot]:
        makers = deque(self._some(self.reach.creators(resource)))
        while makers:
            caller, parent = makers.popleft()
            above = self._parameters(resource, parent)
            try:
                body = self._bodies[resource.name].create(caller, parent)
            except NoRowError:
                continue  # this one has all that they may have
            yield Shot(operation, caller, operation.path.format(**above), _json(body))
            makers.append((caller, parent))

    def _lists(self, operation: Operation, resource: Resource) -> Iterator[Shot]:
        rows = self._rows(resource)
        asked = cycle(queries_of(resource, rows)) if rows else iter(())
        for caller, row in cycle(self._some(self.reach.pairs(resource, "read", rows))):
            parent = self.reach.parent(resource, row)
            path = operation.path.format(**self._parameters(resource, parent))
            query = urlencode(next(asked))
            yield Shot(operation, caller, f"{path}?{query}" if query else path)

    def _reads(self, operation: Operation, resource: Resource) -> Iterator[Shot]:
        for caller, row in self._some(self.reach.pairs(resource, "read", self._rows(resource))):
            yield Shot(operation, caller, self._path(operation, resource, row))

    def _changes(self, operation: Operation, resource: Resource) -> Iterator[Shot]:
        """Each row once, so that no request meets another on the same row."""
        rows = self._own_rows(operation, resource)
        bodies = self._bodies[resource.name]
        for caller, row in self.reach.pairs(resource, operation.verb, rows):
            body: dict[str, Any] | None = None
            if operation.kind in ("replace", "update"):
                make = bodies.replace if operation.kind == "replace" else bodies.change
                body = make(caller, row)
            path = self._path(operation, resource, row)
            guarded = str(row["id"]) if resource.lock and not operation.action else ""
            yield Shot(operation, caller, path, b"" if body is None else _json(body), guarded)

    def _own_rows(self, operation: Operation, resource: Resource) -> list[Stored]:
        """Rows that no other operation changes; those that an action fits are its own."""
        whens = [(one.name, one.when) for one in resource.actions if one.when is not None]
        bound = {name: bind(when, resource) for name, when in whens}
        rows = self._rows(resource)
        if operation.action in bound:
            return [
                row for row in rows if is_true(bound[operation.action], self._named(resource, row))
            ]
        free = [
            row
            for row in rows
            if not any(is_true(when, self._named(resource, row)) for when in bound.values())
        ]
        kinds = ("replace", "update", *(one.name for one in resource.actions))
        place = kinds.index(operation.action or operation.kind)
        return (free or rows)[place :: len(kinds)]

    def _rows(self, resource: Resource) -> list[Stored]:
        """Some rows in an order of chance, those of the crowd first; the same at each call."""
        if resource.name not in self._shuffled:
            rows = list(self._stock.of(resource.name)[:MOST_ROWS])
            self._chance.shuffle(rows)
            rows.sort(key=lambda row: not self.reach.known(resource, row))
            self._shuffled[resource.name] = rows
        return self._shuffled[resource.name]

    def _named(self, resource: Resource, row: Stored) -> dict[str, Any]:
        return {one.name: row[one.wire] for one in resource.fields if one.wire in row}

    def _path(self, operation: Operation, resource: Resource, row: Stored) -> str:
        return operation.path.format(**self.reach.parameters(resource, row))

    def _parameters(self, resource: Resource, parent: Stored | None) -> dict[str, str]:
        if parent is None:
            return {}
        return self.reach.parameters(self._blueprint.resource(resource.under), parent)

    def _some(self, pairs: Iterator[Any]) -> list[Any]:
        """Enough of them to go round; many more would only cost time."""
        return list(islice(pairs, MOST_PAIRS))


def _json(body: Any) -> bytes:
    return json.dumps(body).encode()
