"""What the API accepts and returns for shifts."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from backstay.web import UNSET, Between, Day, Input, Moment, PageQuery, Read, SortBy


class ShiftRead(Read):
    """A shift as clients see it."""

    id: UUID
    starts_at: datetime
    ends_at: datetime | None
    day: date
    pause: int | None
    worked: int | None
    rest: int | None
    last_day: date
    is_long: bool
    created_at: datetime
    updated_at: datetime


class ShiftCreate(Input):
    """A new shift."""

    model_shown = ShiftRead

    starts_at: Moment
    ends_at: Moment | None = None
    day: Day
    pause: Annotated[int, Between(0, 120)] | None = None


class ShiftReplace(Input):
    """All of a shift."""

    model_shown = ShiftRead

    starts_at: Moment
    ends_at: Moment | None
    day: Day
    pause: Annotated[int, Between(0, 120)] | None


class ShiftUpdate(Input):
    """Some of a shift; what is left out stays as it is."""

    model_shown = ShiftRead

    starts_at: Moment = UNSET
    ends_at: Moment | None = UNSET
    day: Day = UNSET
    pause: Annotated[int, Between(0, 120)] | None = UNSET


class ShiftQuery(PageQuery):
    """Which shifts to list, and how."""

    sort: Annotated[str, SortBy("created_at")] = ""
