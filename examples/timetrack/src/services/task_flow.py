"""The steps between the states of tasks; nobody is above them."""

from collections.abc import Mapping
from typing import Any

from src.core.exceptions import FlowRefused
from src.models.task import Task, TaskStatus

STATUS_STEPS: dict[TaskStatus, set[TaskStatus]] = {
    TaskStatus.PENDING: {TaskStatus.IN_PROGRESS},
    TaskStatus.IN_PROGRESS: {TaskStatus.COMPLETED},
    TaskStatus.COMPLETED: {TaskStatus.IN_PROGRESS},
}


def start(values: Mapping[str, Any]) -> None:
    """Refuse a new task that does not begin at the beginning.

    Args: values, of the new task.
    Raises: FlowRefused.
    """
    if values.get("status", TaskStatus.PENDING) is not TaskStatus.PENDING:
        raise FlowRefused("status")


def step(task: Task, values: Mapping[str, Any]) -> None:
    """Refuse a change of state that is no step; the same state again is no change.

    Args: task, as it is stored; values, the new ones.
    Raises: FlowRefused.
    """
    status_ = task.status
    if values.get("status", status_) not in STATUS_STEPS[status_] | {status_}:
        raise FlowRefused("status")
