"""Targets: rows that a reference may be made to name, as far as somebody reads them."""

from uuid import UUID

from backstay.blueprint.access import row_grant
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Field
from backstay.blueprint.samples.makers import can_make, maker_role
from backstay.prove.world.distinct import another
from backstay.prove.world.person import Person
from backstay.prove.world.rights import accounts_of
from backstay.prove.world.row import Row
from backstay.prove.world.world import World


def reads_one(blueprint: Blueprint, target: Resource, role: str) -> bool:
    """Whether somebody with the role can come to a row of the target that they may read."""
    scope = row_grant(blueprint, target, role, "read")
    own = scope.self_only if target.login else can_make(blueprint, target, role)
    return scope.everything or own


async def named_by(world: World, who: Person, row: Row, field: Field) -> str:
    """The id of a row that a reference may name: what it names, or a new one.

    Theirs to read where `reads_one` says so. Raises: NoRowError where none can be made.
    """
    target = world.blueprint.resource(field.target)
    if row.data[field.wire] is not None:
        return str(row.data[field.wire])
    if target.login:
        return who.id
    if reads_one(world.blueprint, target, who.role):
        return (await world.rows.seen_by(target, who)).id
    maker = await world.person(maker_role(world.blueprint, target))
    return (await world.make(target, maker)).id


async def strangers(world: World, who: Person, target: Resource, row_id: str) -> UUID:
    """The id of a copy of a row that belongs to nobody that they know."""
    copy = await another(world, target, row_id)
    owners = {
        field.wire: await another(world, world.blueprint.login, who.id)
        for field in accounts_of(world.blueprint, target)
    }
    if owners:
        await world.database.change(target, str(copy), owners)
    return copy
