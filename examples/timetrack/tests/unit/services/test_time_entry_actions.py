"""TimeEntryActions by itself: rows in memory, no HTTP and no database."""

from datetime import UTC, datetime
from typing import Any

import pytest

from src.core.exceptions import ActionRefused
from src.core.security import Role
from src.services.time_entry_actions import TimeEntryActions
from tests.unit.memory import KNOWN
from tests.unit.services.test_time_entry_service import service

GOOD: dict[str, Any] = {
    "task_id": KNOWN,
    "user_id": KNOWN,
    "start_time": datetime(2026, 11, 20, 12, 0, tzinfo=UTC),
    "end_time": None,
}


def acting(role: Role, state: dict[str, Any]) -> TimeEntryActions:
    """The actions over one row in a state, as a role that may do them."""
    time_entries = service(role)
    time_entries.time_entries.add(GOOD | state | {"id": KNOWN})
    return TimeEntryActions(time_entries)


@pytest.mark.parametrize(
    ("action", "role", "state"),
    [("stop", Role.ADMIN, {"start_time": datetime(2020, 1, 2, 8, 0, tzinfo=UTC)})],
)
async def test_it_happens(action: str, role: Role, state: dict[str, Any]) -> None:
    """The row is changed."""
    changed = await getattr(acting(role, state), action)(KNOWN, KNOWN)

    assert changed.row_version == 2


@pytest.mark.parametrize(
    ("action", "role", "state"),
    [("stop", Role.ADMIN, {"end_time": datetime(2099, 1, 2, 8, 0, tzinfo=UTC)})],
)
async def test_it_is_refused(action: str, role: Role, state: dict[str, Any]) -> None:
    """In every other state."""
    with pytest.raises(ActionRefused):
        await getattr(acting(role, state), action)(KNOWN, KNOWN)
