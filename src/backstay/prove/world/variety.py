"""Variety: values of a field that sorting, filtering and searching are told apart by."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zlib import crc32

from backstay.blueprint.bounds import bounds
from backstay.blueprint.contract import Blueprint
from backstay.blueprint.model import Field
from backstay.blueprint.samples.values import PAST, candidates, exact
from backstay.prove.world.values import unlike

WORDS = ("Zebra", "apple", "Apple", "élan", "Ärger", "a_b", "50% off", "50x off", "a\\b", "~", "0")
STEPS = (0, 5, 1, 3, 3, 2, 8)
STRIDES = (1, 3, 5, 9, 13)
"""Of numbers that share no factor with any of the cycles."""


def varied(field: Field, blueprint: Blueprint, number: int) -> Any:
    """The value of the so-manieth row: some alike, some null where it may be, in no order."""
    mark = crc32(field.name.encode())
    number = number * STRIDES[mark % len(STRIDES)] + mark % 11  # fields go their own ways
    if field.optional and number % 4 == 3:  # noqa: PLR2004 every fourth is null
        return None
    if field.unique:
        return unlike(field, PAST if field.kind == "datetime" else None, 37 * number % 101)
    make = _VARIED.get(field.kind)
    if make is not None:
        return make(field, number)
    plain = [value for value in candidates(field, blueprint) if value is not None]
    return plain[number % len(plain)]


def shifted(value: Any, number: int) -> Any:
    """A value some steps above another one; itself where there are no steps."""
    step = _step(number)
    if isinstance(value, datetime | date):
        return value + timedelta(days=step)
    plain = isinstance(value, int | Decimal) and not isinstance(value, bool)
    return value + step if plain else value


def _text(field: Field, number: int) -> str:
    low, high = bounds(field)
    return WORDS[number % len(WORDS)].ljust(low, "x")[:high].strip().ljust(low, "x")


def _whole(field: Field, number: int) -> int:
    low, high = bounds(field)
    return low + _step(number) % (high - low + 1)


def _decimal(field: Field, number: int) -> Decimal:
    start = field.low if field.low is not None else Decimal(0)
    value = exact(field, start + Decimal(_step(number)) / 2)
    return value if field.high is None or value <= field.high else exact(field, start)


def _step(number: int) -> int:
    return STEPS[number % len(STEPS)]


_VARIED: dict[str, Callable[[Field, int], Any]] = {
    "text": _text,
    "int": _whole,
    "seconds": _whole,
    "decimal": _decimal,
    "date": lambda _, number: (PAST + timedelta(days=_step(number))).date(),
    "datetime": lambda _, number: PAST + timedelta(days=_step(number)),
}
