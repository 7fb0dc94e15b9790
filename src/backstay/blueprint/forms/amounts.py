"""Amounts with a unit: times, percentages, sizes (BS701, BS702)."""

import re
from decimal import Decimal

from backstay.blueprint.forms.grammar import parse, words
from backstay.blueprint.mistakes import Mistakes, quoted
from backstay.blueprint.reading.entries import text_in
from backstay.blueprint.reading.nodes import Node, Word
from backstay.blueprint.reading.numbers import DIGITS, whole_number

UNITS = {
    "ms": 1,
    "s": 1000,
    "m": 60_000,
    "h": 3_600_000,
    "%": 1,
    "KB": 1024,
    "MB": 1024**2,
}
AMOUNT = re.compile(rf"({DIGITS}(?:\.[0-9]+)?)(ms|s|m|h|%|KB|MB)")
TIMES = ("ms", "s", "m", "h")


def is_amount(word: Word) -> bool:
    """Whether a word is a number with a unit."""
    return AMOUNT.fullmatch(word.text) is not None


def count(word: Word) -> int | None:
    """A whole number as written; None where it is none."""
    number = whole_number(word.text)
    return None if number is None or number < 0 else number


def measured(
    mistakes: Mistakes,
    word: Word,
    what: str,
    within: tuple[str, str],
    units: tuple[str, ...] = (),
) -> Decimal | None:
    """An amount in its smallest unit (milliseconds, percent, bytes), within limits.

    Args:
        mistakes: where what is wrong is noted.
        word: the amount as written.
        what: what it is for.
        within: the least and the greatest amount, as one would write them.
        units: the units that may be used; those of the limits when none are given.
    """
    found = AMOUNT.fullmatch(word.text)
    low, high = within
    least, most = AMOUNT.fullmatch(low), AMOUNT.fullmatch(high)
    assert least, "limits are amounts"
    assert most, "limits are amounts"
    allowed = units or (least[2], most[2])
    if found is None or found[2] not in allowed:
        named = " or ".join(dict.fromkeys(allowed))
        message = f"{what} is told in {named}, not {quoted(word.text)}"
        mistakes.add(word.at, "BS701", message, hint=f"between {low} and {high}")
        return None
    value = _smallest(found)
    if not _smallest(least) <= value <= _smallest(most):
        message = f"{what} {quoted(word.text)} does not lie between {low} and {high}"
        mistakes.add(word.at, "BS702", message)
        return None
    return Decimal(f"{value.normalize():f}")


def _smallest(found: re.Match[str]) -> Decimal:
    return Decimal(found[1].replace("_", "")) * UNITS[found[2]]


def span(mistakes: Mistakes, node: Node, what: str) -> Word | None:
    """A value that is one amount; None after a mistake."""
    text = text_in(mistakes, node, what)
    tree = parse(mistakes, "span", text) if text else None
    return words(text, tree)[0] if text and tree else None


def seconds(mistakes: Mistakes, node: Node, what: str, high: str) -> int | None:
    """A value that is a time from 1s on, in whole seconds; None after a mistake."""
    word = span(mistakes, node, what)
    return whole_seconds(mistakes, word, what, high) if word else None


def whole_seconds(mistakes: Mistakes, word: Word, what: str, high: str) -> int | None:
    """An amount of time from 1s on, in whole seconds; None after a mistake."""
    value = measured(mistakes, word, what, ("1s", high), TIMES)
    if value is None:
        return None
    if value % 1000:
        mistakes.add(word.at, "BS702", f"{what} is told in whole seconds")
        return None
    return int(value / 1000)
