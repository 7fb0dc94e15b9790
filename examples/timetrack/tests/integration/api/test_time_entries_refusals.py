"""What is refused of time entries over the API, and how."""

from typing import Any

import pytest

from src.core.security import Role
from tests.factories.time_entry import make_time_entry, ready_time_entry
from tests.support import World, code_of


@pytest.mark.parametrize(
    ("rule", "values"),
    [
        (
            "ends_after_start",
            {"end_time": "2020-01-02T08:00:00Z", "start_time": "2026-11-20T12:00:00Z"},
        )
    ],
)
async def test_a_rule_is_kept(world: World, rule: str, values: dict[str, Any]) -> None:
    """422, naming the rule."""
    who = await world.person(Role.ADMIN)
    path, body = await ready_time_entry(world, who)
    answer = await world.send(who, "POST", path, body | values)

    assert answer.status_code == 422, answer.text
    assert rule in answer.text


@pytest.mark.parametrize(
    ("fields", "values"), [pytest.param({"user_id"}, {"end_time": None}, id="one_running")]
)
async def test_what_is_unique_comes_once(
    world: World, fields: set[str], values: dict[str, Any]
) -> None:
    """409 to the second."""
    who = await world.person(Role.ADMIN)
    path, body = await ready_time_entry(world, who)
    first = await world.made(who, path, body | values)
    body |= values | {name: first.data[name] for name in fields}
    answer = await world.send(who, "POST", path, body)

    assert code_of(answer) == (409, "not_unique")


@pytest.mark.parametrize("method", ["GET", "PATCH", "DELETE"])
async def test_a_stranger_is_told_that_there_is_nothing(world: World, method: str) -> None:
    """404, as for a row that does not exist."""
    made = await make_time_entry(world, await world.person(Role.MEMBER))
    stranger = await world.person(Role.MEMBER)
    body: Any = {} if method == "PATCH" else None
    answer = await world.send(stranger, method, made.path, body, if_match=made.etag)

    assert answer.status_code == 404
