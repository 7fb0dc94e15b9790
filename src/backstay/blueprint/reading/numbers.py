"""Numbers as contracts write them: ASCII digits, underscores between groups of them."""

import re

DIGITS = r"[0-9]+(?:_[0-9]+)*"
MOST_DIGITS = 24
WHOLE = re.compile(rf"-?{DIGITS}")
NUMBER = re.compile(rf"-?{DIGITS}(?:\.[0-9]+)?")


def whole_number(text: str) -> int | None:
    """The whole number that a text is; None where it is none, or far too long to be one."""
    if len(text) > 2 * MOST_DIGITS or not WHOLE.fullmatch(text):
        return None
    return int(text)


def is_number(text: str) -> bool:
    """Whether a text is a number, perhaps with places."""
    return len(text) <= 2 * MOST_DIGITS and NUMBER.fullmatch(text) is not None
