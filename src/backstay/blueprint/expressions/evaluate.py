"""Works an expression out on one row: the model that generated code is proven against.

Three-valued logic as in SQL: None is unknown (contract.md section 4).
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from operator import eq, ge, gt, le, lt, ne
from typing import Any, TypeAlias
from uuid import UUID

from backstay.blueprint.contract import Resource
from backstay.blueprint.expressions.tree import bind
from backstay.blueprint.model import Expression

Value: TypeAlias = bool | int | Decimal | str | date | datetime | UUID | None
COMPARE = {"=": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge}


@dataclass(frozen=True, slots=True)
class Now:
    """The time of the request, and what was added; a date or datetime beside it decides which."""

    moment: datetime
    added: int = 0

    def beside(self, other: object) -> Any:
        """The same kind of thing as `other`: a date with days added, else a datetime."""
        if isinstance(other, date) and not isinstance(other, datetime):
            return self.moment.astimezone(UTC).date() + timedelta(days=self.added)
        return self.moment + timedelta(seconds=self.added)


def judge(
    resource: Resource,
    expression: Expression,
    row: Mapping[str, Value],
    now: datetime,
    caller: UUID | str | None,
) -> Value:
    """Binds an expression to its resource and works it out; see `evaluate`."""
    return evaluate(bind(expression, resource), row, now, caller)


def evaluate(
    expression: Expression,
    row: Mapping[str, Value],
    now: datetime,
    caller: UUID | str | None,
    *,
    day: bool = False,
) -> Value:
    """The value of an expression, None where it is null or unknown.

    Args:
        expression: bound to its resource (`bind`), so that each name in it is a field.
        row: values by field name (not by wire name); each field that the expression names.
            Times carry their offset, decimals are Decimal, references are ids.
        now: the time of the request, with its offset. An expression that is `now` alone, or with
            something added, comes out as a datetime.
        caller: the id of the signed-in account.
        day: whether the value is for a date, so that `now` means the day and what is added days.

    Raises:
        KeyError: the row lacks a field, or the expression was not bound.
        OverflowError: a sum of times leaves the calendar.
    """
    found = _value(expression, row, Now(now), caller)
    value: Value = found.beside(now.date() if day else None) if isinstance(found, Now) else found
    return value


def _value(expression: Expression, row: Mapping[str, Value], now: Now, caller: Any) -> Any:
    op = expression.op
    parts = [part for part in expression.parts if isinstance(part, Expression)]
    if not parts:
        return _leaf(expression, row, now, caller)
    values = [_value(part, row, now, caller) for part in parts]
    if op in ("is null", "is not null"):
        return (values[0] is None) == (op == "is null")
    if op == "not":
        return None if values[0] is None else not values[0]
    if op in ("and", "or"):
        return _joined(values, decisive=op == "or")
    return None if None in values else _worked_out(op, *values)


def _leaf(expression: Expression, row: Mapping[str, Value], now: Now, caller: Any) -> Any:
    if not expression.parts:
        constants = {"now": now, "caller": caller, "true": True, "false": False, "null": None}
        return constants[expression.op]
    value = expression.parts[0]
    if expression.op == "name":
        return row[str(value)]
    return int(value) if isinstance(value, Decimal) and value % 1 == 0 else value


def _joined(values: list[bool | None], *, decisive: bool) -> bool | None:
    """`or` is decided by a true part, `and` by a false one; unknown otherwise stays unknown."""
    if decisive in values:
        return decisive
    return None if None in values else not decisive


def _worked_out(op: str, left: Any, right: Any) -> Any:
    if op in ("+", "-") and isinstance(left, Now) and isinstance(right, int):
        return Now(left.moment, left.added + (right if op == "+" else -right))
    left, right = _alike(left, right), _alike(right, left)
    if op in COMPARE:
        return COMPARE[op](left, right)
    if isinstance(left, datetime) and isinstance(right, datetime):
        return (left - right) // timedelta(seconds=1)
    if isinstance(left, date) and isinstance(right, date):
        return (left - right).days
    if isinstance(left, date):
        unit = "seconds" if isinstance(left, datetime) else "days"
        right = timedelta(**{unit: int(right)})
    return left + right if op == "+" else left - right


def _alike(value: Any, other: Any) -> Any:
    """A value as it is compared: `now` like its other side, ids and texts in one form."""
    if isinstance(value, Now):
        return value.beside(other)
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    return value
