"""Supplies: for each operation what there is to send, by whom, and on which rows."""

import json
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from random import Random
from typing import Any
from urllib.parse import urlencode

from backstay.blueprint.contract import Resource
from backstay.blueprint.operations import Operation
from backstay.prove.load.bodies import Bodies
from backstay.prove.load.creations import Creations
from backstay.prove.load.crowd import Caller
from backstay.prove.load.portions import Portions
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
        self._portions: dict[str, Portions] = {}
        resources, reach = world.blueprint.resources, self.reach
        self._bodies = {one.name: Bodies(world.blueprint, one, stock, reach) for one in resources}
        self._creations = {
            one.name: Creations(world.blueprint, one, stock, reach, self._chance)
            for one in resources
        }

    def shots(self, operation: Operation) -> Iterator[Shot]:
        """Shots of one operation on a resource; `delete` has rows of its own, made before."""
        resource = self._blueprint.resource(operation.resource)
        if operation.kind == "create":
            return self._new(operation, resource)
        if operation.kind == "list":
            return self._lists(operation, resource)
        if operation.kind == "get":
            return cycle(list(self._reads(operation, resource)))
        return self._changes(operation, resource)

    def _new(self, operation: Operation, resource: Resource) -> Iterator[Shot]:
        makers = deque(self._some(self.reach.creators(resource)))
        while makers:
            caller, parent = makers.popleft()
            above = self._parameters(resource, parent)
            try:
                body = self._creations[resource.name].body(caller, parent)
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
        leaving = self._portions_of(resource).leaving
        rows = [row for row in self._rows(resource) if row["id"] not in leaving]
        for caller, row in self._some(self.reach.pairs(resource, "read", rows)):
            yield Shot(operation, caller, self._path(operation, resource, row))

    def _changes(self, operation: Operation, resource: Resource) -> Iterator[Shot]:
        """Each row once, so that no request meets another on the same row."""
        bodies = self._bodies[resource.name]
        for caller, row in self._portions_of(resource).of(operation):
            body = b""
            try:
                if operation.kind == "replace":
                    body = _json(bodies.replace(caller, row))
                elif operation.kind == "update":
                    body = _json(bodies.change(caller, row))
            except NoRowError:
                continue  # this one cannot be changed by them
            path = self._path(operation, resource, row)
            guarded = str(row["id"]) if resource.lock and not operation.action else ""
            yield Shot(operation, caller, path, body, guarded)

    def _portions_of(self, resource: Resource) -> Portions:
        if resource.name not in self._portions:
            self._portions[resource.name] = Portions(
                self._blueprint, resource, self._stock, self.reach, self._rows(resource)
            )
        return self._portions[resource.name]

    def _rows(self, resource: Resource) -> list[Stored]:
        """Some rows in an order of chance, those of the crowd first; the same at each call."""
        if resource.name not in self._shuffled:
            rows = list(self._stock.of(resource.name)[:MOST_ROWS])
            self._chance.shuffle(rows)
            rows.sort(key=lambda row: not self.reach.known(resource, row))
            self._shuffled[resource.name] = rows
        return self._shuffled[resource.name]

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
