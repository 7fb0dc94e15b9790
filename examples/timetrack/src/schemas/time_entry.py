"""What the API accepts and returns for time entries."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from backstay.web import UNSET, Input, Moment, PageQuery, Read, SortBy


class TimeEntryRead(Read):
    """A time entry as clients see it."""

    id: UUID
    task_id: UUID
    user_id: UUID
    start_time: datetime
    end_time: datetime | None
    duration: int | None
    created_at: datetime
    updated_at: datetime


class TimeEntryCreate(Input):
    """A new time entry."""

    model_shown = TimeEntryRead

    user_id: UUID = UNSET
    start_time: Moment = UNSET
    end_time: Moment | None = None


class TimeEntryReplace(Input):
    """All of a time entry."""

    model_shown = TimeEntryRead

    start_time: Moment
    end_time: Moment | None


class TimeEntryUpdate(Input):
    """Some of a time entry; what is left out stays as it is."""

    model_shown = TimeEntryRead

    start_time: Moment = UNSET
    end_time: Moment | None = UNSET


class TimeEntryQuery(PageQuery):
    """Which time entries to list, and how."""

    user_id: UUID | None = None
    start_time_from: Moment | None = None
    start_time_to: Moment | None = None
    sort: Annotated[str, SortBy("start_time")] = ""
