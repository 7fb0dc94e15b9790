"""What is refused of tasks over the API, and how."""

from typing import Any

import pytest

from src.core.security import Role
from tests.factories.task import make_task, ready_task
from tests.support import World, code_of


@pytest.mark.parametrize(("name", "state"), [("status", "completed")])
async def test_a_flow_is_followed(world: World, name: str, state: str) -> None:
    """Neither a beginning in the middle nor a leap over a step."""
    who = await world.person(Role.ADMIN)
    path, body = await ready_task(world, who)
    assert code_of(await world.send(who, "POST", path, body | {name: state})) == (
        409,
        "flow_refused",
    )

    made = await world.made(who, path, body)
    answer = await world.send(who, "PATCH", made.path, {name: state}, if_match=made.etag)
    assert code_of(answer) == (409, "flow_refused")


@pytest.mark.parametrize("method", ["GET", "PATCH", "DELETE"])
async def test_a_stranger_is_told_that_there_is_nothing(world: World, method: str) -> None:
    """404, as for a row that does not exist."""
    made = await make_task(world, await world.person(Role.MEMBER))
    stranger = await world.person(Role.MEMBER)
    body: Any = {} if method == "PATCH" else None
    answer = await world.send(stranger, method, made.path, body, if_match=made.etag)

    assert answer.status_code == 404


async def test_a_change_of_another_version_is_refused(world: World) -> None:
    """Nobody's change is lost."""
    made = await make_task(world, who := await world.person(Role.ADMIN))
    change = {"title": "title two"}
    stale = await world.send(who, "PATCH", made.path, change, if_match='"9999"')
    assert code_of(stale) == (412, "precondition_failed")

    without = await world.send(who, "PATCH", made.path, change)
    assert code_of(without) == (428, "precondition_required")
