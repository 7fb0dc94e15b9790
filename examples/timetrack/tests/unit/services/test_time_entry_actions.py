"""TimeEntryActions by itself: rows in memory, no HTTP and no database."""

from datetime import UTC, datetime
from typing import Any

import pytest

from src.core.exceptions import ActionRefused
from src.services.time_entry_actions import TimeEntryActions
from tests.unit.memory import KNOWN
from tests.unit.services.test_time_entry_service import service

GOOD: dict[str, Any] = {
    "task_id": KNOWN,
    "user_id": KNOWN,
    "start_time": datetime(2026, 11, 20, 12, 0, tzinfo=UTC),
    "end_time": None,
}


def acting(state: dict[str, Any]) -> TimeEntryActions:
    """The actions over one row in a state."""
    time_entries = service()
    time_entries.time_entries.add(GOOD | state | {"id": KNOWN})
    return TimeEntryActions(time_entries)


@pytest.mark.parametrize(
    ("action", "state"),
    [("stop", {"start_time": datetime(2020, 1, 2, 8, 0, tzinfo=UTC), "end_time": None})],
)
async def test_it_happens(action: str, state: dict[str, Any]) -> None:
    """The row is changed."""
    changed = await getattr(acting(state), action)(KNOWN, KNOWN)

    assert changed.row_version == 2


@pytest.mark.parametrize(
    ("action", "state"),
    [
        (
            "stop",
            {
                "start_time": datetime(2026, 11, 20, 12, 0, tzinfo=UTC),
                "end_time": datetime(2099, 1, 2, 8, 0, tzinfo=UTC),
            },
        )
    ],
)
async def test_it_is_refused(action: str, state: dict[str, Any]) -> None:
    """In every other state."""
    with pytest.raises(ActionRefused):
        await getattr(acting(state), action)(KNOWN, KNOWN)
