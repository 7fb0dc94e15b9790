"""Promises: what a route says about itself beside its signature, as marks on its function."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from backstay.data.entity import Entity

F = TypeVar("F", bound=Callable[..., Any])


def within(seconds: float) -> Callable[[F], F]:
    """Give a request up after so many seconds: ten times the p95 that the contract promises.

    Stands under the router's decorator; without it REQUEST_DEADLINE holds.
    """

    def mark(endpoint: F) -> F:
        endpoint.deadline = seconds  # type: ignore[attr-defined]  # functions may carry any
        return endpoint

    return mark


def cached(seconds: float, *models: type[Entity]) -> Callable[[F], F]:
    """Keep answers for so many seconds, each for its caller; a write to any of the models empties.

    Name every model whose rows the answer shows or depends on.
    """

    def mark(endpoint: F) -> F:
        endpoint.cached = Promise(seconds, models)  # type: ignore[attr-defined]  # as above
        return endpoint

    return mark


def cached_of(endpoint: object) -> "Promise | None":
    """The mark of `cached`; None without one."""
    found: Promise | None = getattr(endpoint, "cached", None)
    return found


@dataclass(frozen=True, slots=True)
class Promise:
    """For how many seconds answers are kept, and which models empty them."""

    seconds: float
    models: tuple[type[Entity], ...]

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of their tables."""
        return tuple(model.__tablename__ for model in self.models)


def deadline_of(endpoint: object) -> float:
    """The mark of `within`; 0 without one."""
    return float(getattr(endpoint, "deadline", 0.0))
