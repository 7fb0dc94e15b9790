"""Amounts in the largest unit that keeps them whole."""

from collections.abc import Iterable
from decimal import Decimal

from backstay.blueprint.expressions.show import number
from backstay.blueprint.forms.amounts import AMOUNT, UNITS
from backstay.blueprint.reading.nodes import Word
from backstay.blueprint.reading.numbers import whole_number

TIMES = ("h", "m", "s", "ms")
SIZES = ("MB", "KB")


def amount_text(word: Word, units: Iterable[str] = TIMES) -> str:
    """A time, size or percentage as written; times and sizes in the best of `units`."""
    found = AMOUNT.fullmatch(word.text)
    assert found, "only valid contracts are printed"
    value, unit = Decimal(found[1].replace("_", "")), found[2]
    if unit == "%":
        return f"{number(_short(value))}%"
    return in_units(value * UNITS[unit], units if unit in TIMES else SIZES)


def in_units(value: Decimal, units: Iterable[str]) -> str:
    """An amount in its smallest unit as it is written best."""
    whole = [unit for unit in units if value % UNITS[unit] == 0]
    unit = whole[0] if whole else list(units)[-1]
    return f"{number(_short(value / UNITS[unit]))}{unit}"


def _short(value: Decimal) -> Decimal:
    """Without zeros at its end."""
    return Decimal(f"{value.normalize():f}")


def grouped(text: str) -> str:
    """A whole number with its digits in groups; anything else as it is."""
    whole = whole_number(text)
    return text if whole is None else number(whole)
