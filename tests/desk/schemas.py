"""What the desk's API takes and shows."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from backstay.web import (
    UNSET,
    Between,
    CursorQuery,
    Day,
    Exact,
    Expands,
    Input,
    JsonValue,
    Length,
    Moment,
    PageQuery,
    Query,
    Read,
    Search,
    SortBy,
)
from tests.desk.models import Status

SORTS = SortBy("created_at", "title", "status", "stars", "price", "due", "day", "owner_id")


class AccountRead(Read):
    id: UUID
    email: str


class NoteRead(Read):
    id: UUID
    title: str
    body: str | None
    status: Status
    stars: int | None
    price: Decimal | None
    due: datetime | None
    owner_id: UUID
    loud: str


class NoteExpanded(NoteRead):
    owner: AccountRead | None = None


class NoteWhole(NoteRead):
    """Shows JSON as well, which only Pydantic can write."""

    extra: Any


class NoteCreate(Input):
    model_shown = NoteRead

    title: Annotated[str, Length(1, 200)]
    body: Annotated[str, Length(0, 5000)] | None = None
    status: Status = Status.OPEN
    stars: Annotated[int, Between(0, 5)] | None = None
    price: Annotated[Decimal, Exact(12, 2)] | None = None
    due: Moment | None = None
    day: Day | None = None
    extra: JsonValue | None = None


class NoteUpdate(Input):
    model_shown = NoteRead

    title: Annotated[str, Length(1, 200)] = UNSET
    stars: Annotated[int, Between(0, 5)] | None = UNSET
    status: Status = UNSET


class NoteExpand(Query):
    expand: Annotated[str, Expands("owner")] = ""


class NoteFilters(Query):
    status: Status | None = None
    owner_id: UUID | None = None
    price_from: Annotated[Decimal, Exact(12, 2)] | None = None
    due_from: Moment | None = None
    due_to: Moment | None = None
    search: Search | None = None
    sort: Annotated[str, SORTS] = ""


class NoteQuery(NoteFilters, PageQuery):
    expand: Annotated[str, Expands("owner")] = ""


class NoteCursorQuery(NoteFilters, CursorQuery):
    pass


class Login(Input):
    email: Annotated[str, Length(1, 254)]
    password: Annotated[str, Length(1, 1024)]


class Refresh(Input):
    refresh_token: Annotated[str, Length(1, 500)]
