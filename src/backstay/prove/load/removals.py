"""Removals: rows made to be deleted, because nothing refers to them."""

from collections.abc import Iterable
from itertools import islice

from backstay.blueprint.operations import Operation
from backstay.blueprint.samples.makers import reaches_own
from backstay.prove.load.shots import Shot
from backstay.prove.world.bodies import NoRowError
from backstay.prove.world.world import World

CREATED = 201
MOST_TRIES = 10


async def removals(
    world: World, operation: Operation, creations: Iterable[Shot], amount: int
) -> list[Shot]:
    """Deletions of new rows, each by who made it; fewer where there is no room for more rows.

    Args: world; operation, that deletes; creations, of the same resource; amount.
    Raises: NoRowError when nobody both makes and deletes such rows.
    """
    resource = world.blueprint.resource(operation.resource)
    shots: list[Shot] = []
    try:
        for made in islice(creations, MOST_TRIES * amount):
            role = made.caller.person.role
            if len(shots) < amount and reaches_own(world.blueprint, resource, role, "delete"):
                shots.append(await _removal(world, operation, made))
    except NoRowError:
        if not shots:
            raise
    if not shots:
        raise NoRowError(f"nobody of the crowd both makes and deletes a {resource.name}")
    return shots


async def _removal(world: World, operation: Operation, made: Shot) -> Shot:
    token = made.caller.person.token
    json = {"content-type": "application/json"}
    answer = await world.client.send("POST", made.path, token=token, raw=made.body, headers=json)
    if answer.status != CREATED:
        raise NoRowError(f"no row to delete can be made: {answer}")
    row_id = str(answer.data["id"])
    lock = world.blueprint.resource(operation.resource).lock
    return Shot(operation, made.caller, f"{made.path}/{row_id}", row=row_id if lock else "")
