"""Promises: what a route says about itself beside its signature, as marks on its function."""

from collections.abc import Callable
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])


def within(seconds: float) -> Callable[[F], F]:
    """Give a request up after so many seconds: ten times the p95 that the contract promises.

    Stands under the router's decorator; without it REQUEST_DEADLINE holds.
    """

    def mark(endpoint: F) -> F:
        endpoint.deadline = seconds  # type: ignore[attr-defined]
        return endpoint

    return mark


def deadline_of(endpoint: object) -> float:
    """The mark of `within`; 0 without one."""
    return float(getattr(endpoint, "deadline", 0.0))
