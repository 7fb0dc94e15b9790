"""strict: what nobody knows is refused: body keys, parameters, filters, orders, expansions."""

from collections.abc import Iterator
from typing import Any

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Place
from backstay.blueprint.words import PARAMETERS
from backstay.prove.attempt import Attempt
from backstay.prove.trial import Trial
from backstay.prove.world.bodies import NoRowError
from backstay.prove.world.changes import whole_of
from backstay.prove.world.hands import hands_for
from backstay.prove.world.lists import TIMES

OK, UNFIT = 200, 422
UNKNOWN = "no_such_name"


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """Two for each resource: what is asked of it, and what is sent to it."""
    for resource in blueprint.resources:
        one = _Strict(blueprint, resource)
        claim = f"{resource.plural} refuse parameters, filters, orders and words they do not know"
        yield Trial("strict", *_place(resource, "list"), claim, one.queries)
        claim = f"{resource.plural} refuse fields that they do not know"
        yield Trial("strict", *_place(resource, "fields"), claim, one.bodies)


def _place(resource: Resource, key: str) -> tuple[str, Place]:
    name = f"resources.{resource.name}"
    if key in resource.keys:
        return f"{name}.{key}", resource.keys[key]
    return name, resource.at


class _Strict:
    def __init__(self, blueprint: Blueprint, resource: Resource) -> None:
        self.blueprint = blueprint
        self.resource = resource

    async def queries(self, attempt: Attempt) -> None:
        """Each unknown word, alone; and the same operation without it."""
        world = attempt.world
        maker, who = await hands_for(self.blueprint, self.resource, "read").people(world)
        row = await world.make(self.resource, maker)
        above = row.parent.parameters if row.parent else {}
        listing = world.operation(self.resource, "list")
        assert listing is not None, "somebody reads it, so it is listed"
        plain = await world.send(who, listing, above)
        attempt.allow(plain, OK, why="the list without parameters")
        for query in self._unknown():
            answer = await world.send(who, listing, above, query=query)
            attempt.expect(answer, UNFIT, why=f"{listing.id}?{query}")
        for kind in ("get", "update", "replace", "delete"):
            operation = world.operation(self.resource, kind)
            if operation is not None:
                answer = await world.send(
                    who, operation, row.parameters, self._body(kind, row, who.role),
                    query=f"{UNKNOWN}=1",
                )  # fmt: skip
                attempt.expect(answer, UNFIT, why=f"{operation.id}?{UNKNOWN}=1")

    def _unknown(self) -> Iterator[str]:
        """Queries that no list of this resource knows."""
        listing = self.resource.listing
        yield f"{UNKNOWN}=1"
        yield f"sort={UNKNOWN}"
        yield f"expand={UNKNOWN}"
        yield "cursor=x" if listing.page.mode == "numbered" else "page=1"
        if not any(field.search for field in self.resource.fields):
            yield "search=x"
        sorted_by = {name.removeprefix("-") for name in listing.sort}
        for field in self.resource.fields:
            if field.name not in listing.filter and field.wire not in PARAMETERS:
                yield f"{field.wire}=1"
            if field.name not in sorted_by:
                yield f"sort={field.name}"
            if field.kind == "ref" and field.name not in listing.expand:
                yield f"expand={field.name}"
        for name in TIMES:
            if name not in listing.filter:
                yield f"{name}_from=2024-01-01T00:00:00Z"
        yield from (f"{name}=1" for name in listing.filter if name in TIMES)

    async def bodies(self, attempt: Attempt) -> None:
        """Each body with one key too many; and the same body without it."""
        world = attempt.world
        try:
            hands = hands_for(self.blueprint, self.resource, "update")
        except NoRowError:
            hands = hands_for(self.blueprint, self.resource, "read")
        maker, who = await hands.people(world)
        row = await world.make(self.resource, maker)
        attempt.controlled(row.id, f"no {self.resource.name} could be made")
        parameters, body = await world.rows.prepared(self.resource, maker, row.parent)
        more = body | {UNKNOWN: 1}
        answer = await world.rows.create(self.resource, maker, parameters, more)
        attempt.expect(answer, UNFIT, why=f"a creation with {UNKNOWN}", code="unknown_field")
        for kind in ("update", "replace"):
            if world.operation(self.resource, kind) is not None:
                before = await world.database.row(self.resource, row.id)
                given = self._body(kind, row, who.role) | {UNKNOWN: 1}
                answer = await world.on(who, row, kind, given)
                attempt.expect(answer, UNFIT, why=f"{kind} with {UNKNOWN}", code="unknown_field")
                same = await world.database.row(self.resource, row.id) == before
                attempt.require(same, f"{kind} was refused, and still the row changed", answer)
        others: tuple[Any, ...] = ([], "text", 1)
        for wrong in others:
            answer = await world.rows.create(self.resource, maker, parameters, wrong)
            attempt.expect(answer, UNFIT, why=f"a creation whose body is {wrong!r}")

    def _body(self, kind: str, row: Any, role: str) -> Any:
        return whole_of(row, role) if kind in ("update", "replace") else None
