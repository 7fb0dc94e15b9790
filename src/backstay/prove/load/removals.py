"""Removals: rows made to be deleted, because nothing refers to them."""

from collections.abc import Sequence

from backstay.blueprint.contract import Blueprint
from backstay.blueprint.operations import Operation
from backstay.blueprint.samples.makers import reaches_own
from backstay.prove.load.shots import Shot
from backstay.prove.world.bodies import NoRowError
from backstay.prove.world.world import World

CREATED = 201


def divided(
    blueprint: Blueprint, creations: Sequence[Shot], to_delete: int, wanted: int
) -> tuple[list[Shot], list[Shot]]:
    """Creations to be sent under load, and those to be sent before, whose rows are deleted.

    Only who may delete their row makes one to be deleted. Where there are fewer than wanted,
    each kind gets half of what both could have.
    """
    able = [shot for shot in creations if _may_delete(blueprint, shot)]
    if len(creations) < wanted:
        to_delete = min(to_delete, (len(able) + 1) // 2)
    before = able[:to_delete]
    taken = set(map(id, before))
    return [shot for shot in creations if id(shot) not in taken], before


async def removals(world: World, operation: Operation, creations: Sequence[Shot]) -> list[Shot]:
    """Deletions of new rows, each by who made it; fewer where the service lets no more be made.

    Args: world; operation, that deletes; creations, of the same resource, sent now.
    Raises: NoRowError when there is none.
    """
    resource = operation.resource
    if not creations:
        raise NoRowError(f"nobody of the crowd both makes and deletes a {resource}")
    shots: list[Shot] = []
    for made in creations:
        token = made.caller.person.token
        json = {"content-type": "application/json"}
        answer = await world.client.send(
            "POST", made.path, token=token, raw=made.body, headers=json
        )
        if answer.status == CREATED:
            row_id = str(answer.data["id"])
            row = row_id if world.blueprint.resource(resource).lock else ""
            shots.append(Shot(operation, made.caller, f"{made.path}/{row_id}", row=row))
    if not shots:
        raise NoRowError(f"no {resource} to delete can be made: {answer}")
    return shots


def _may_delete(blueprint: Blueprint, shot: Shot) -> bool:
    resource = blueprint.resource(shot.operation.resource)
    return reaches_own(blueprint, resource, shot.caller.person.role, "delete")
