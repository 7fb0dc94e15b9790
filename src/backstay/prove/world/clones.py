"""Clones: copies of a stored row, stored past the service, unlike it where they must be."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from backstay.blueprint.model import Field
from backstay.blueprint.naming import item_parameter
from backstay.blueprint.samples.literals import near_literals
from backstay.prove.world.bodies import NoRowError
from backstay.prove.world.distinct import another, distinct
from backstay.prove.world.fitting import fitted, made_true
from backstay.prove.world.reading import values_of
from backstay.prove.world.row import Row
from backstay.prove.world.values import wire
from backstay.prove.world.variety import shifted, varied
from backstay.prove.world.world import World

START = datetime(2021, 3, 4, 5, tzinfo=UTC)


async def clone(world: World, row: Row, parent: Row | None = None, **given: Any) -> Row:
    """One copy; `given` are values by column, which win over uniqueness; parent, another one."""
    if parent is not None:
        field = row.resource.field(row.resource.parent_field)
        given[field.wire] = UUID(parent.id)
    columns = await _columns(world, row)
    changes = await distinct(world, row, {}, set(given))
    above = parent or row.parent
    copy = _copy(row, above, changes | given)
    await world.database.insert(
        world.blueprint, row.resource, [columns | changes | given | {"id": UUID(copy.id)}]
    )
    return copy


@asynccontextmanager
async def cloned(
    world: World, row: Row, parent: Row | None = None, **given: Any
) -> AsyncIterator[Row]:
    """A copy for a while, so that no two of them meet under one uniqueness."""
    copy = await clone(world, row, parent, **given)
    try:
        yield copy
    finally:
        await world.database.remove(row.resource, copy.id)


@asynccontextmanager
async def standing(world: World, row: Row, values: Mapping[str, Any]) -> AsyncIterator[Row]:
    """A copy with these values, by their names in the contract, for a while.

    Raises: RefusedError when the database does not take them.
    """
    async with cloned(world, row) as copy:
        yield await arrange(world, copy, values)


async def set_aside(world: World, row: Row) -> Row:
    """The row, changed so that no partial uniqueness speaks of it, and copies have room."""
    for rule in row.resource.rules:
        if rule.unique and rule.when is not None:
            now = values_of(row.resource, row.data)
            away = made_true(world.blueprint, row.resource, now, rule.when, holds=False)
            row = await arrange(world, row, away or {})
    return row


async def crowd(world: World, row: Row, number: int, *spread: str) -> list[Row]:
    """So many copies beside a row, made at different times, with various values in some fields.

    Args: world; row; number; spread, names of fields.
    """
    columns = await _columns(world, row)
    fields = [field for field in row.resource.fields if field.name in spread]
    targets = {field: await _targets(world, row, field) for field in fields if field.kind == "ref"}
    copies, stored = [], []
    for place in range(number):
        changes = _various(world, row, [field for field in fields if field.kind != "ref"], place)
        named = {row.resource.field(name).wire: value for name, value in changes.items()}
        named |= {field.wire: ids[place % len(ids)] for field, ids in targets.items() if ids}
        named |= await distinct(world, row, changes, set())
        if world.blueprint.timestamps:
            at = START + timedelta(minutes=place * 7 % 11)
            named |= {"created_at": at, "updated_at": at + timedelta(hours=place % 3)}
        copies.append(_copy(row, row.parent, named))
        stored.append(columns | named | {"id": UUID(copies[-1].id)})
    await world.database.insert(world.blueprint, row.resource, stored)
    return copies


def _various(world: World, row: Row, fields: list[Field], place: int) -> dict[str, Any]:
    """Various values of some fields, with what the rules then ask of others."""
    now = values_of(row.resource, row.data)
    changes: dict[str, Any] = {}
    for field in fields:
        before = now | changes
        # where rules bind it to other fields or to the time, only a value near its own will do
        near = near_literals(field, row.resource)
        tries = [varied(field, world.blueprint, place), shifted(before[field.name], place)]
        if near and place % 3 == 0:  # what rules and computed fields name, now and then
            tries.insert(0, near[place // 3 % len(near)])
        for value in tries:
            fit = fitted(world.blueprint, row.resource, before, {field.name: value})
            if fit is not None:
                changes |= fit
                break
    return changes


async def _targets(world: World, row: Row, field: Field) -> list[UUID]:
    """What a reference may refer to: what it refers to now, and copies of that."""
    named = row.data[field.wire]
    if named is None or field.name == row.resource.parent_field:
        return []
    target = world.blueprint.resource(field.target)
    return [UUID(named), *[await another(world, target, named) for _ in range(2)]]


async def arrange(world: World, row: Row, values: Mapping[str, Any]) -> Row:
    """Give a stored row other values past the service, by their names in the contract."""
    fields = {field.name: field for field in row.resource.fields}
    named = {fields[name].wire: value for name, value in values.items()}
    if named:
        await world.database.change(row.resource, row.id, named)
    data = {**row.data, **{name: wire(value) for name, value in named.items()}}
    return Row(row.resource, data, row.etag, row.parameters, row.parent)


async def _columns(world: World, row: Row) -> dict[str, Any]:
    columns = await world.database.row(row.resource, row.id)
    if columns is None:
        raise NoRowError(f"a {row.resource.name} that was just made is not in the database")
    return columns


def _copy(row: Row, parent: Row | None, named: Mapping[str, Any]) -> Row:
    data = {**row.data, **{name: wire(value) for name, value in named.items()}, "id": str(uuid4())}
    above = dict(parent.parameters) if parent else {}
    own = {**above, item_parameter(row.resource.name): data["id"]}
    return Row(row.resource, data, row.etag, own, parent)
