"""Pages of rows: numbered with a total, or by cursor."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")


class ListRequest(Protocol):
    """What every list can be asked: how many rows, in which order; filters come beside them."""

    @property
    def limit(self) -> int:
        """The most rows of one page."""

    @property
    def sort(self) -> str:
        """Comma-separated names, each with a minus for descending."""


class PageRequest(ListRequest, Protocol):
    """Which numbered page a client asks for."""

    @property
    def page(self) -> int:
        """Counts from 1."""


class CursorRequest(ListRequest, Protocol):
    """Where a client wants to go on."""

    @property
    def cursor(self) -> str | None:
        """What the last page gave as `next`; None starts at the beginning."""


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some rows, and how many there are in all."""

    items: Sequence[T]
    total: int
    page: int
    limit: int


@dataclass(frozen=True, slots=True)
class CursorPage(Generic[T]):
    """Some rows, and the cursor that continues after them; None at the end."""

    items: Sequence[T]
    limit: int
    next: str | None
