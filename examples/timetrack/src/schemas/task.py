"""What the API accepts and returns for tasks."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from backstay.web import (
    UNSET,
    Expands,
    Input,
    Length,
    Moment,
    PageQuery,
    Query,
    Read,
    Search,
    SortBy,
)

from src.models.task import TaskStatus


class TaskRead(Read):
    """A task as clients see it."""

    id: UUID
    title: str
    description: str | None
    status: TaskStatus
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class TaskCreate(Input):
    """A new task."""

    model_shown = TaskRead

    title: Annotated[str, Length(1, 200)]
    description: Annotated[str, Length(0, 5000)] | None = None
    status: TaskStatus = TaskStatus.PENDING
    owner_id: UUID = UNSET


class TaskReplace(Input):
    """All of a task; what only some may write stays as it is when it is left out."""

    model_shown = TaskRead

    title: Annotated[str, Length(1, 200)]
    description: Annotated[str, Length(0, 5000)] | None
    status: TaskStatus
    owner_id: UUID = UNSET


class TaskUpdate(Input):
    """Some of a task; what is left out stays as it is."""

    model_shown = TaskRead

    title: Annotated[str, Length(1, 200)] = UNSET
    description: Annotated[str, Length(0, 5000)] | None = UNSET
    status: TaskStatus = UNSET
    owner_id: UUID = UNSET


class TaskExpand(Query):
    """Which references to add."""

    expand: Annotated[str, Expands("owner")] = ""


class TaskQuery(PageQuery):
    """Which tasks to list, and how."""

    status: TaskStatus | None = None
    owner_id: UUID | None = None
    created_at_from: Moment | None = None
    created_at_to: Moment | None = None
    search: Search | None = None
    sort: Annotated[str, SortBy("created_at", "title", "status")] = ""
    expand: Annotated[str, Expands("owner")] = ""
