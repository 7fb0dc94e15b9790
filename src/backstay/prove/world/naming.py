"""Naming: a stored row whose optional references name somebody or something, instead of nothing."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from backstay.blueprint.access import row_grant
from backstay.blueprint.model import Field
from backstay.blueprint.samples.rows import checks_of
from backstay.prove.world.bodies import NoRowError
from backstay.prove.world.clones import arrange
from backstay.prove.world.distinct import another
from backstay.prove.world.fitting import fitted, kept
from backstay.prove.world.person import Person
from backstay.prove.world.reading import values_of
from backstay.prove.world.row import Row
from backstay.prove.world.values import fresh, unlike
from backstay.prove.world.world import World


async def told_apart(world: World, row: Row, who: Person, names: Iterable[str]) -> Row:
    """The row without nulls in these fields: two nulls are never the same value.

    References name the person, or a row that they can read.
    Raises: NoRowError where there is none; RefusedError when the database does not take it.
    """
    now = values_of(row.resource, row.data)
    given: dict[str, Any] = {}
    for name in names:
        field = row.resource.field(name)
        if now.get(name) is not None:
            continue
        if field.kind == "ref":
            given[name] = await nameable(world, row, who, field)
        else:
            plain = unlike(field, None, fresh())
            given |= {name: plain} if plain is not None else {}
    return await arrange(world, row, fitted(world.blueprint, row.resource, now, given) or given)


async def nameable(world: World, row: Row, who: Person, field: Field) -> UUID:
    """What a reference of the row may name: the person, somebody else, or a row that they can read.

    Raises: NoRowError where there is none.
    """
    target = world.blueprint.resource(field.target)
    if not target.login:
        return UUID((await world.rows.seen_by(target, who)).id)
    now, checks = values_of(row.resource, row.data), checks_of(row.resource)
    if kept({**now, field.name: UUID(who.id)}, checks, who.id):
        return UUID(who.id)
    if row_grant(world.blueprint, target, who.role, "read").everything:
        return await another(world, target, who.id)
    raise NoRowError(f"{who.role} can read nobody whom {field.name} may name")
