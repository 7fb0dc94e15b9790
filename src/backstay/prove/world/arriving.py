"""Arriving: a uniqueness that only later states speak of is met by a change, not by a creation."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TypeAlias

from backstay.blueprint.model import Rule
from backstay.prove.evidence.exchange import Exchange
from backstay.prove.world.clones import clone
from backstay.prove.world.person import Person
from backstay.prove.world.reading import values_of
from backstay.prove.world.row import Row
from backstay.prove.world.stepping import Step, step_into
from backstay.prove.world.world import World

Contender: TypeAlias = Callable[[], Awaitable[Exchange]]


async def arrivals(world: World, first: Row, rule: Rule, number: int) -> list[Contender]:
    """So many rows with the same values, one step before the uniqueness speaks of them.

    Each gives the request that takes its row there. Raises: NoRowError when nobody can.
    """
    assert rule.when is not None, "a uniqueness that always holds is met by a creation"
    resource = first.resource
    now = values_of(resource, first.data)
    step, hands = step_into(world.blueprint, resource, now, rule.when)
    _, who = await hands.people(world)
    columns = await world.database.row(resource, first.id) or {}
    wires = [resource.field(name).wire for name in rule.unique]
    same = {**{wire: columns[wire] for wire in wires}, step.field.wire: step.before}
    rows = [await clone(world, first, first.parent, **same) for _ in range(number)]
    return [partial(_arrive, world, who, row, step) for row in rows]


async def _arrive(world: World, who: Person, row: Row, step: Step) -> Exchange:
    if step.action:
        return await world.on(who, row, "action", action=step.action)
    return await world.on(who, row, "update", {step.field.wire: step.after})
