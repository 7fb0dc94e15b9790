"""Moments: what an expression comes to, where the time of the request is only known roughly."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from backstay.blueprint.contract import Resource
from backstay.blueprint.expressions import depends_on_request, evaluate
from backstay.blueprint.expressions.tree import bind
from backstay.blueprint.model import Expression, Field
from backstay.blueprint.samples.values import exact

UNKNOWN = datetime(2021, 1, 1, tzinfo=UTC)


@dataclass
class Moment:
    """A request was answered between these two times of this machine's clock."""

    began: datetime = UNKNOWN
    ended: datetime = UNKNOWN
    row: Mapping[str, Any] = field(default_factory=dict)
    caller: str = ""

    def agrees(self, target: Field, expression: Expression, value: Any) -> bool:
        """Whether a value is what the expression came to, at some time in between."""
        least = worked_out(target, expression, self.row, self.began, self.caller)
        most = worked_out(target, expression, self.row, self.ended, self.caller)
        if not depends_on_request(expression) or isinstance(least, str):
            return bool(_plain(value) == _plain(least))
        return value is not None and bool(least <= value <= most)


@contextmanager
def moment(row: Mapping[str, Any], caller: str) -> Iterator[Moment]:
    """The moment of the requests that are sent within."""
    found = Moment(datetime.now(UTC), UNKNOWN, row, caller)
    yield found
    found.ended = datetime.now(UTC)


def worked_out(
    target: Field, expression: Expression, row: Mapping[str, Any], now: datetime, caller: str
) -> Any:
    """The value that a field gets: as `evaluate`, words of an enum read as such."""
    if target.kind in ("enum", "role") and expression.op == "name":
        return expression.parts[0]
    value: Any = evaluate(expression, row, now, caller, day=target.kind == "date")
    return exact(target, value) if target.kind == "decimal" and value is not None else value


def after(
    resource: Resource, sets: Mapping[str, Expression], row: Mapping[str, Any], caller: str
) -> dict[str, Any]:
    """A row after an action has set its fields."""
    now = datetime.now(UTC)
    named = {name: resource.field(name) for name in sets}
    return {
        **row,
        **{
            name: worked_out(named[name], bind(expression, resource), row, now, caller)
            for name, expression in sets.items()
        },
    }


def _plain(value: Any) -> Any:
    return str(value) if hasattr(value, "hex") and not isinstance(value, float | bytes) else value
