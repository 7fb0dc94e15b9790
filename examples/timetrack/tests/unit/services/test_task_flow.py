"""The flow of tasks by itself: every step, and everything that is none."""

import pytest
from backstay.data import new_row

from src.core.exceptions import FlowRefused
from src.models.task import Task, TaskStatus
from src.services.task_flow import start, step


def test_status_begins_at_the_beginning() -> None:
    """Said or not."""
    start({})
    start({"status": TaskStatus.PENDING})


@pytest.mark.parametrize("state", [TaskStatus.IN_PROGRESS, TaskStatus.COMPLETED])
def test_status_begins_nowhere_else(state: object) -> None:
    """A new row has no past."""
    with pytest.raises(FlowRefused):
        start({"status": state})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (TaskStatus.PENDING, TaskStatus.IN_PROGRESS),
        (TaskStatus.IN_PROGRESS, TaskStatus.COMPLETED),
        (TaskStatus.COMPLETED, TaskStatus.IN_PROGRESS),
    ],
)
def test_status_takes_its_steps(before: object, after: object) -> None:
    """And staying is none."""
    row: Task = new_row(Task, {"status": before})
    step(row, {"status": after})
    step(row, {"status": before})
    step(row, {})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (TaskStatus.PENDING, TaskStatus.COMPLETED),
        (TaskStatus.IN_PROGRESS, TaskStatus.PENDING),
        (TaskStatus.COMPLETED, TaskStatus.PENDING),
    ],
)
def test_status_takes_no_other(before: object, after: object) -> None:
    """Nobody is above the flow."""
    row: Task = new_row(Task, {"status": before})
    with pytest.raises(FlowRefused):
        step(row, {"status": after})
