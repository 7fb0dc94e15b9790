"""Schemas: what requests carry, what answers show, and the envelopes around answers (C-11)."""

from functools import cache
from typing import Annotated, Any, ClassVar, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

from backstay.data.paging import CursorPage, Page
from backstay.web.fields import Digits, Length

T = TypeVar("T")
MOST_PAGES = 100_000


def _absent() -> None:
    return None


UNSET: Any = Field(default_factory=_absent)
"""The default of what may be left out: it then stays as it is, and an explicit null is refused."""


class Input(BaseModel):
    """A body: unknown keys are refused, those of `model_shown` as read-only ones (R-083)."""

    model_config = ConfigDict(extra="forbid")
    model_shown: ClassVar[type[BaseModel] | None] = None

    def model_given(self) -> dict[str, Any]:
        """The values to store: what was sent, and real defaults; not what was left out."""
        unset = _may_be_absent(type(self)) - self.model_fields_set
        return {name: value for name, value in self.__dict__.items() if name not in unset}


@cache
def _may_be_absent(kind: type[Input]) -> frozenset[str]:
    fields = kind.model_fields.items()
    return frozenset(name for name, field in fields if field.default_factory is _absent)


class Read(BaseModel):
    """What an answer shows of a row; a reference is there only when it was expanded."""

    model_config = ConfigDict(from_attributes=True)


class Query(BaseModel):
    """A query string: unknown parameters are refused (R-077)."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ListQuery(Query):
    """What every list can be asked."""

    limit: Annotated[int, Digits(1, 100)] = 20
    sort: str = ""


class PageQuery(ListQuery):
    """A numbered page."""

    page: Annotated[int, Digits(1, MOST_PAGES)] = 1


class CursorQuery(ListQuery):
    """The page after a cursor."""

    cursor: Annotated[str, Length(1, 1000)] | None = None


class DataOf(BaseModel, Generic[T]):
    """One thing, in its envelope."""

    data: T

    @model_validator(mode="before")
    @classmethod
    def wrap(cls, value: Any) -> Any:
        """Rows come without an envelope."""
        return {"data": value}


class PageMeta(BaseModel):
    """Which page, of how many."""

    page: int
    limit: int
    total: int
    pages: int


class PageOf(BaseModel, Generic[T]):
    """One page of things, in its envelope."""

    data: list[T]
    meta: PageMeta

    @model_validator(mode="before")
    @classmethod
    def wrap(cls, value: Any) -> Any:
        """Pages come without an envelope."""
        if not isinstance(value, Page):
            return value
        meta = {
            "page": value.page,
            "limit": value.limit,
            "total": value.total,
            "pages": -(-value.total // value.limit),
        }
        return {"data": value.items, "meta": meta}


class CursorMeta(BaseModel):
    """How to go on; null at the end."""

    limit: int
    next: str | None


class CursorPageOf(BaseModel, Generic[T]):
    """Some things, and how to get the next ones, in their envelope."""

    data: list[T]
    meta: CursorMeta

    @model_validator(mode="before")
    @classmethod
    def wrap(cls, value: Any) -> Any:
        """Pages come without an envelope."""
        if not isinstance(value, CursorPage):
            return value
        return {"data": value.items, "meta": {"limit": value.limit, "next": value.next}}
