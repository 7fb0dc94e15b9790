"""/tasks/{task_id}/time-entries: HTTP in, HTTP out; the rules are in TimeEntryService."""

from typing import Annotated
from uuid import UUID

from backstay.data import Page
from backstay.web import DataOf, MaybeMatch, OperationRoute, PageOf, errors
from fastapi import APIRouter, Path, Query, status

from src.api.dependencies.time_entries import TimeEntries
from src.core import exceptions
from src.core.exceptions import (
    ActionRefused,
    EditedMeanwhile,
    NotUnique,
    PreconditionFailed,
    ReadOnlyField,
    RuleBroken,
    UnknownReference,
)
from src.models.time_entry import TimeEntry
from src.schemas.time_entry import (
    TimeEntryCreate,
    TimeEntryQuery,
    TimeEntryRead,
    TimeEntryReplace,
    TimeEntryUpdate,
)
from src.services.task_service import TaskNotFound
from src.services.time_entry_service import TimeEntryNotFound

router = APIRouter(
    prefix="/tasks/{task_id}/time-entries",
    tags=["time-entries"],
    route_class=OperationRoute,
    responses=errors(*exceptions.OPEN, *exceptions.SIGNED_IN, TaskNotFound),
)

TaskId = Annotated[UUID, Path(description="The task's id.")]
TimeEntryId = Annotated[UUID, Path(description="The time entry's id.")]
MISSING = (TaskNotFound, TimeEntryNotFound)
RACE = (EditedMeanwhile, PreconditionFailed)
CREATION = errors(*exceptions.BODY, ReadOnlyField, UnknownReference, RuleBroken, NotUnique)
CHANGE = errors(*MISSING, *exceptions.BODY, *RACE, RuleBroken, NotUnique)
REMOVAL = errors(*MISSING, *RACE)
STOP = errors(*MISSING, ActionRefused, EditedMeanwhile, RuleBroken)


@router.get("", response_model=PageOf[TimeEntryRead])
async def list_time_entries(
    time_entries: TimeEntries, task_id: TaskId, query: Annotated[TimeEntryQuery, Query()]
) -> Page[TimeEntry]:
    """List the time entries that you may read."""
    return await time_entries.page(task_id, query)


@router.post(
    "",
    response_model=DataOf[TimeEntryRead],
    status_code=status.HTTP_201_CREATED,
    responses=CREATION,
)
async def create_time_entry(
    time_entries: TimeEntries, task_id: TaskId, data: TimeEntryCreate
) -> TimeEntry:
    """Create a time entry."""
    return await time_entries.create(task_id, data)


@router.get("/{time_entry_id}", response_model=DataOf[TimeEntryRead], responses=errors(*MISSING))
async def get_time_entry(
    time_entries: TimeEntries, task_id: TaskId, time_entry_id: TimeEntryId
) -> TimeEntry:
    """Get one time entry."""
    return await time_entries.get(task_id, time_entry_id)


@router.put("/{time_entry_id}", response_model=DataOf[TimeEntryRead], responses=CHANGE)
async def replace_time_entry(
    time_entries: TimeEntries,
    task_id: TaskId,
    time_entry_id: TimeEntryId,
    match: MaybeMatch,
    data: TimeEntryReplace,
) -> TimeEntry:
    """Replace a time entry: every field is needed."""
    return await time_entries.change(task_id, time_entry_id, match, data)


@router.patch("/{time_entry_id}", response_model=DataOf[TimeEntryRead], responses=CHANGE)
async def update_time_entry(
    time_entries: TimeEntries,
    task_id: TaskId,
    time_entry_id: TimeEntryId,
    match: MaybeMatch,
    data: TimeEntryUpdate,
) -> TimeEntry:
    """Change a time entry: what is left out stays as it is."""
    return await time_entries.change(task_id, time_entry_id, match, data)


@router.delete(
    "/{time_entry_id}", status_code=status.HTTP_204_NO_CONTENT, responses=REMOVAL
)
async def delete_time_entry(
    time_entries: TimeEntries, task_id: TaskId, time_entry_id: TimeEntryId, match: MaybeMatch
) -> None:
    """Delete a time entry."""
    await time_entries.delete(task_id, time_entry_id, match)


@router.post("/{time_entry_id}/stop", response_model=DataOf[TimeEntryRead], responses=STOP)
async def stop_time_entry(
    time_entries: TimeEntries, task_id: TaskId, time_entry_id: TimeEntryId
) -> TimeEntry:
    """Set end_time = now when end_time is null."""
    return await time_entries.stop(task_id, time_entry_id)
