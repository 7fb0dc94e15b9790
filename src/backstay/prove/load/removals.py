"""Removals: rows made to be deleted, because nothing refers to them."""

from collections.abc import Sequence
from itertools import islice

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.operations import Operation
from backstay.blueprint.samples.makers import reaches_own
from backstay.prove.load.crowd import Caller
from backstay.prove.load.reach import Reach
from backstay.prove.load.shots import Shot
from backstay.prove.world.bodies import NoRowError
from backstay.prove.world.world import World

CREATED = 201
SOME = 200
"""Creators, among whom every role is met."""


def divided(
    world: World, reach: Reach, creations: Sequence[Shot], to_delete: int, wanted: int
) -> tuple[list[Shot], list[Shot]]:
    """Creations to be sent under load, and those to be sent before, whose rows are deleted.

    Only what somebody may delete is made to be deleted. Where there are fewer than wanted,
    each kind gets half of what both could have.
    """
    able = [shot for shot in creations if remover(world.blueprint, reach, shot)]
    if len(creations) < wanted:
        to_delete = min(to_delete, (len(able) + 1) // 2)
    before = able[:to_delete]
    taken = set(map(id, before))
    return [shot for shot in creations if id(shot) not in taken], before


async def removals(
    world: World, reach: Reach, operation: Operation, creations: Sequence[Shot]
) -> list[Shot]:
    """Deletions of new rows, by who made them or may delete all.

    They are fewer where the service lets no more be made.

    Args: world; reach; operation, that deletes; creations, one at least, of such rows, sent now.
    Raises: NoRowError when there is none.
    """
    resource = operation.resource
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
            who = remover(world.blueprint, reach, made) or made.caller
            shots.append(Shot(operation, who, f"{made.path}/{row_id}", row=row))
    if not shots:
        raise NoRowError(f"no {resource} to delete can be made: {answer}")
    return shots


def makes_to_delete(blueprint: Blueprint, reach: Reach, resource: Resource) -> bool:
    """Whether the crowd makes rows that somebody of it may delete."""
    makers = {caller.person.role for caller, _ in islice(reach.creators(resource), SOME)}
    own = any(reaches_own(blueprint, resource, role, "delete") for role in makers)
    return own or bool(makers and reach.over_all(resource, "delete"))


def remover(blueprint: Blueprint, reach: Reach, made: Shot) -> Caller | None:
    """Who may delete what a creation makes; None for nobody."""
    resource = blueprint.resource(made.operation.resource)
    if reaches_own(blueprint, resource, made.caller.person.role, "delete"):
        return made.caller
    return reach.over_all(resource, "delete")
