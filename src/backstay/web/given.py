"""Given: dependencies that a compiled operation can fill without FastAPI's solver."""

from collections.abc import Callable
from typing import Any, TypeVar

from starlette.datastructures import State

from backstay.web.exchange import Exchange

F = TypeVar("F", bound=Callable[..., Any])
Fill = Callable[[Exchange, State], Any]


def given(fill: Fill) -> Callable[[F], F]:
    """Mark a dependency: `fill(exchange, app.state)` gives the same value as calling it."""

    def mark(dependency: F) -> F:
        dependency.fill = fill  # type: ignore[attr-defined]  # functions may carry any
        return dependency

    return mark


def fill_of(dependency: object) -> Fill | None:
    """How a compiled operation fills a dependency; None when only FastAPI can."""
    fill: Fill | None = getattr(dependency, "fill", None)
    return fill
