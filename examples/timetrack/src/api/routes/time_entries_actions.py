"""/tasks/{task_id}/time-entries/ID/ACTION: what can happen to a time entry, by name."""

from typing import Annotated
from uuid import UUID

from backstay.web import DataOf, OperationRoute, errors
from fastapi import APIRouter, Path

from src.api.dependencies.time_entries import TimeEntryActionsNeeded
from src.core import exceptions
from src.core.exceptions import ActionRefused, EditedMeanwhile, RuleBroken
from src.models.time_entry import TimeEntry
from src.schemas.time_entry import TimeEntryRead
from src.services.task_service import TaskNotFound
from src.services.time_entry_service import TimeEntryNotFound

router = APIRouter(
    prefix="/tasks/{task_id}/time-entries",
    tags=["time-entries"],
    route_class=OperationRoute,
    responses=errors(*exceptions.OPEN, *exceptions.SIGNED_IN, TaskNotFound),
)

TaskId = Annotated[UUID, Path(description="The id of the task.")]
TimeEntryId = Annotated[UUID, Path(description="The id of the time entry.")]


@router.post(
    "/{time_entry_id}/stop",
    response_model=DataOf[TimeEntryRead],
    responses=errors(TimeEntryNotFound, ActionRefused, RuleBroken, EditedMeanwhile),
)
async def stop_time_entry(
    actions: TimeEntryActionsNeeded, task_id: TaskId, time_entry_id: TimeEntryId
) -> TimeEntry:
    """Set end_time = now."""
    return await actions.stop(task_id, time_entry_id)
