"""Each rule of time entries by itself: a good row keeps it, and a row that breaks it is named."""

from datetime import UTC, datetime
from typing import Any

import pytest
from backstay.data import new_row

from src.core.exceptions import RuleBroken
from src.models.time_entry import TimeEntry
from src.services.time_entry_rules import judge
from tests.unit.memory import KNOWN

GOOD: dict[str, Any] = {
    "task_id": KNOWN,
    "user_id": KNOWN,
    "start_time": datetime(2026, 11, 20, 12, 0, tzinfo=UTC),
    "end_time": None,
}


def judged(**values: Any) -> TimeEntry:
    """The row with these values, when it keeps every rule."""
    row: TimeEntry = new_row(TimeEntry, GOOD | values)
    return judge(row)


def test_a_good_row_keeps_every_rule() -> None:
    """It is given back."""
    assert vars(judged()) == GOOD


@pytest.mark.parametrize(
    ("rule", "values"), [("ends_after_start", {"end_time": datetime(2020, 1, 2, 8, 0, tzinfo=UTC)})]
)
def test_a_broken_rule_is_named(rule: str, values: dict[str, Any]) -> None:
    """That rule, and no other."""
    with pytest.raises(RuleBroken) as broken:
        judged(**values)

    assert [detail.field for detail in broken.value.details] == [rule]
