"""What is worked out of the values of time entries."""

from datetime import UTC, datetime
from typing import Any

import pytest
from backstay.data import new_row

from src.models.time_entry import TimeEntry


@pytest.mark.parametrize(
    ("name", "parts", "value"),
    [
        (
            "duration",
            {
                "end_time": datetime(2020, 1, 2, 8, 0, tzinfo=UTC),
                "start_time": datetime(2020, 1, 2, 8, 0, tzinfo=UTC),
            },
            0,
        ),
        (
            "duration",
            {"end_time": None, "start_time": datetime(2020, 1, 2, 8, 0, tzinfo=UTC)},
            None,
        ),
    ],
)
def test_it_is_worked_out(name: str, parts: dict[str, Any], value: object) -> None:
    """And it is null where a part that it cannot do without is."""
    row: TimeEntry = new_row(TimeEntry, parts)

    assert getattr(row, name) == value
