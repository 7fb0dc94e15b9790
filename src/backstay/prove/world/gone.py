"""Gone and owned: rows that were deleted, and rows whose parents are somebody's."""

from datetime import UTC, datetime
from uuid import UUID

from backstay.blueprint.naming import item_parameter
from backstay.prove.world.clones import clone
from backstay.prove.world.holders import held_by
from backstay.prove.world.person import Person
from backstay.prove.world.row import Row
from backstay.prove.world.world import World

DELETED = datetime(2021, 3, 4, tzinfo=UTC)


async def gone(world: World, row: Row) -> None:
    """Delete a row past the service, in the way of its resource."""
    if row.resource.soft:
        await world.database.change(row.resource, row.id, {"deleted_at": DELETED})
    else:
        await world.database.remove(row.resource, row.id)


async def owned(world: World, row: Row, who: Person) -> Row:
    """A copy of a row that is somebody's, with all that stands above it."""
    if row.resource.login:
        return Row(
            row.resource, {"id": who.id}, "", {item_parameter(row.resource.name): who.id}, None
        )
    above = await owned(world, row.parent, who) if row.parent else None
    return await clone(world, row, above, **await held_by(world, row, UUID(who.id)))
