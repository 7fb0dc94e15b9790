"""Holders: whose a copy of a row is, in every field that holds an account."""

from itertools import product
from typing import Any
from uuid import UUID

from backstay.blueprint.contract import Resource
from backstay.blueprint.samples.rows import checks_of, stored_fields
from backstay.prove.world.distinct import another
from backstay.prove.world.fitting import kept
from backstay.prove.world.person import Person
from backstay.prove.world.reading import stored_values, values_of
from backstay.prove.world.rights import accounts_of
from backstay.prove.world.row import Row
from backstay.prove.world.values import wire
from backstay.prove.world.world import World


async def held_by(world: World, row: Row, account: UUID, **fixed: UUID) -> dict[str, Any]:
    """Columns that hold accounts: `fixed` ones as they are, this account wherever it may be.

    Where a rule asks for two people, the other one is somebody new.
    """
    resource = row.resource
    fields = [one for one in accounts_of(world.blueprint, resource) if one.wire not in fixed]
    named = {one.name: fixed[one.wire] for one in resource.fields if one.wire in fixed}
    now, checks = values_of(resource, row.data) | named, checks_of(resource)
    everywhere = {field.name: account for field in fields}
    if not kept(now | everywhere, checks, str(account)):
        spare = await another(world, world.blueprint.login, str(account))
        for chosen in product((account, spare), repeat=len(fields)):
            apart = dict(zip(everywhere, chosen, strict=True))
            if kept(now | apart, checks, str(account)):
                everywhere = apart
                break
    return {**fixed, **{field.wire: everywhere[field.name] for field in fields}}


async def foreign(world: World, target: Resource, row_id: str, who: Person) -> UUID:
    """The id of a copy of a stored row that is a stranger's, in every field that says whose."""
    stranger = await another(world, world.blueprint.login, who.id)
    copy = await another(world, target, row_id)
    columns = await world.database.row(target, str(copy)) or {}
    values = stored_values(target, columns)
    data = {field.wire: wire(values[field.name]) for field in stored_fields(target)}
    owners = await held_by(world, Row(target, data, "", {}), stranger)
    if owners:
        await world.database.change(target, str(copy), owners)
    return copy
