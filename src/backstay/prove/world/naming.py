"""Naming: a stored row whose optional references name somebody or something, instead of nothing."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from backstay.prove.world.clones import arrange
from backstay.prove.world.fitting import fitted
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
            target = world.blueprint.resource(field.target)
            found = who.id if target.login else (await world.rows.seen_by(target, who)).id
            given[name] = UUID(found)
        else:
            plain = unlike(field, None, fresh())
            given |= {name: plain} if plain is not None else {}
    return await arrange(world, row, fitted(world.blueprint, row.resource, now, given) or given)
