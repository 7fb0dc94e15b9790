"""A few values of each type that are allowed (contract.md section 2.5)."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from backstay.blueprint.bounds import bounds
from backstay.blueprint.contract import Blueprint
from backstay.blueprint.model import Field

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
PAST = datetime(2020, 1, 2, 8, tzinfo=UTC)
FUTURE = datetime(2099, 1, 2, 8, tzinfo=UTC)
SOME_ID = UUID("0198c0de-0000-7000-8000-000000000001")
OTHER_ID = UUID("0198c0de-0000-7000-8000-000000000002")


def candidates(field: Field, blueprint: Blueprint) -> list[Any]:
    """Some allowed values, the plainest first; None last where it is allowed."""
    found: list[Any] = list(_allowed(field, blueprint))
    if field.optional:
        found.append(None)
    return found


def _allowed(field: Field, blueprint: Blueprint) -> list[Any]:
    kind = field.kind
    if kind == "text":
        return _texts(field)
    if kind in ("int", "seconds"):
        low, high = bounds(field)
        middle = [number for number in (1, 2, 5, 10, 0) if low <= number <= high]
        return list(dict.fromkeys([*middle, low, min(low + 1, high), high]))
    if kind == "decimal":
        return _decimals(field)
    if kind in ("enum", "role"):
        return list(field.values or blueprint.roles)
    plain: dict[str, list[Any]] = {
        "email": ["somebody@example.org", "another@example.org"],
        "url": ["https://example.org/one", "https://example.org/two"],
        "bool": [True, False],
        "date": [PAST.date(), FUTURE.date(), date(2020, 1, 3), date(2099, 1, 3)],
        "datetime": [PAST, FUTURE, PAST.replace(hour=9), FUTURE.replace(hour=9)],
        "uuid": [SOME_ID, OTHER_ID],
        "json": [{"a": [1, True]}, ["b"]],
        "ref": [SOME_ID, OTHER_ID],
    }
    return plain[kind]


def _texts(field: Field) -> list[Any]:
    low, high = bounds(field)
    words = [f"{field.name.replace('_', ' ')} one", f"{field.name.replace('_', ' ')} two"]
    fitting = [word for word in words if low <= len(word) <= high]
    lengths = dict.fromkeys([max(low, 1), min(high, max(low, 1) + 1)])
    return [*fitting, *("x" * length for length in lengths if length <= high)] or [""]


def _decimals(field: Field) -> list[Any]:
    unit = Decimal(1).scaleb(-(field.places or 0))
    most = Decimal(10) ** ((field.digits or 0) - (field.places or 0)) - unit
    low = field.low if field.low is not None else -most
    high = field.high if field.high is not None else most
    middle = [number for number in (Decimal(1), Decimal(2), Decimal(10)) if low <= number <= high]
    return [exact(field, number) for number in dict.fromkeys([*middle, low, high])]


def exact(field: Field, number: Any) -> Decimal:
    """A number with all the places of its field."""
    return Decimal(number).quantize(Decimal(1).scaleb(-(field.places or 0)))
