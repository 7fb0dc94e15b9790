"""bounds: the database alone refuses what is out of bounds, past the service."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from backstay.blueprint.bounds import bounds
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.kinds import greatest
from backstay.blueprint.model import Field
from backstay.blueprint.samples.makers import maker_role
from backstay.prove.attempt import Attempt
from backstay.prove.subject.database import RefusedError
from backstay.prove.trial import Trial
from backstay.prove.world.clones import set_aside, standing
from backstay.prove.world.edges import letters
from backstay.prove.world.fitting import fitted
from backstay.prove.world.reading import values_of
from backstay.prove.world.row import Row

LONG = 64
"""Text of which something can be seen in the message; longer ones are shown by their length."""


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for each field of which the database refuses something."""
    for resource in blueprint.resources:
        for field in resource.fields:
            if field.computed is None and outside(field):
                yield Trial(
                    "bounds",
                    f"resources.{resource.name}.fields.{field.name}",
                    field.at,
                    f"the database keeps the bounds of {field.name} of {resource.plural}",
                    _Checks(blueprint, resource, field).run,
                )


class _Checks:
    def __init__(self, blueprint: Blueprint, resource: Resource, field: Field) -> None:
        self.blueprint = blueprint
        self.resource = resource
        self.field = field
        self.role = maker_role(blueprint, resource)

    async def run(self, attempt: Attempt) -> None:
        world = attempt.world
        who = await world.person(self.role)
        base = await set_aside(world, await world.make(self.resource, who))
        for value in inside(self.field):
            values = fitted(
                self.blueprint,
                self.resource,
                values_of(self.resource, base.data),
                {self.field.name: value},
            )
            if values is not None:  # rules may be narrower than the bounds
                await self._taken(attempt, base, values)
        async with standing(world, base, {}) as row:
            attempt.controlled(row.id, "no row could be stored")
            for value in outside(self.field):
                await self._refused(attempt, row, value)

    async def _taken(self, attempt: Attempt, base: Row, values: dict[str, Any]) -> None:
        value = values[self.field.name]
        try:
            async with standing(attempt.world, base, values):
                attempt.require(good=True, why="")
        except RefusedError as error:
            why = f"the database refuses {self.field.name} {said(value)}: {error}"
            attempt.require(good=False, why=why)

    async def _refused(self, attempt: Attempt, row: Row, value: Any) -> None:
        change = {self.field.wire: value}
        try:
            await attempt.world.database.change(self.resource, row.id, change)
        except RefusedError:
            attempt.require(good=True, why="")
        else:
            why = f"the database takes {self.field.name} {said(value)}"
            attempt.require(good=False, why=why)


def inside(field: Field) -> list[Any]:
    """Values at the bounds, as Python has them."""
    if field.kind == "text":
        low, high = bounds(field)
        return [letters(low), letters(high)]
    if field.kind in ("int", "seconds"):
        return list(bounds(field))
    if field.kind == "decimal":
        return list(_range(field))
    return [None] if field.optional else []


def outside(field: Field) -> list[Any]:
    """Values just beyond the bounds, and null where it may not be."""
    found: list[Any] = [] if field.optional else [None]
    if field.kind in ("text", "email", "url"):
        low, high = bounds(field)
        found += [letters(high + 1), *([letters(low - 1)] if low else [])]
    elif field.kind in ("int", "seconds"):
        low, high = bounds(field)
        found += [low - 1, high + 1]
    elif field.kind == "decimal":
        unit = Decimal(1).scaleb(-(field.places or 0))
        found += [field.low - unit] if field.low is not None else []
        found += [field.high + unit] if field.high is not None else []
    elif field.kind in ("enum", "role"):
        found.append("no_such_word")
    return found


def said(value: Any) -> str:
    """A value as a message shows it."""
    long = isinstance(value, str) and len(value) > LONG
    return f"of {len(value)} characters" if long else "null" if value is None else repr(value)


def _range(field: Field) -> tuple[Decimal, Decimal]:
    most = greatest(field.digits or 0, field.places or 0)
    return (
        -most if field.low is None else field.low,
        most if field.high is None else field.high,
    )
