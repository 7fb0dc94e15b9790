"""The actions of time entries over the API."""

from datetime import UTC, datetime
from typing import Any

import pytest

from src.core.security import Role
from src.repositories.time_entry_repository import TimeEntryRepository
from tests.factories.time_entry import make_time_entry
from tests.support import World, code_of

READY: list[tuple[str, Role, dict[str, Any]]] = [
    ("stop", Role.ADMIN, {"start_time": datetime(2020, 1, 2, 8, 0, tzinfo=UTC)})
]

UNREADY: list[tuple[str, Role, dict[str, Any]]] = [
    (
        "stop",
        Role.ADMIN,
        {
            "start_time": datetime(2026, 11, 20, 12, 0, tzinfo=UTC),
            "end_time": datetime(2099, 1, 2, 8, 0, tzinfo=UTC),
        },
    )
]


@pytest.mark.parametrize(("action", "role", "state"), READY)
async def test_it_happens(world: World, action: str, role: Role, state: dict[str, Any]) -> None:
    """Where the contract allows it, the row is changed and shown."""
    who = await world.person(role)
    maker = who if role is Role.ADMIN else await world.person(Role.ADMIN)
    made = await make_time_entry(world, maker)
    await world.bring(TimeEntryRepository, maker, made, **state)
    answer = await world.send(who, "POST", f"{made.path}/{action}")

    assert answer.status_code == 200, answer.text
    assert answer.json()["data"]["id"] == made.id


@pytest.mark.parametrize(("action", "role", "state"), UNREADY)
async def test_it_is_refused(world: World, action: str, role: Role, state: dict[str, Any]) -> None:
    """409 in every other state."""
    who = await world.person(role)
    maker = who if role is Role.ADMIN else await world.person(Role.ADMIN)
    made = await make_time_entry(world, maker)
    await world.bring(TimeEntryRepository, maker, made, **state)
    answer = await world.send(who, "POST", f"{made.path}/{action}")

    assert code_of(answer) == (409, "action_refused")
