"""The bounds of a field type, and the digits of a decimal (BS302, BS303, BS313)."""

from dataclasses import dataclass
from decimal import Decimal

from backstay.blueprint.expressions.show import number
from backstay.blueprint.forms.said import TypeSaid
from backstay.blueprint.kinds import KINDS, MOST_DIGITS, called, greatest, implied
from backstay.blueprint.mistakes import Mistakes
from backstay.blueprint.reading.numbers import whole_number


@dataclass(frozen=True, slots=True)
class Bounds:
    """Both ends of a range, and of a decimal how many digits, so many after the point."""

    low: Decimal | None
    high: Decimal | None
    digits: int | None = None
    places: int | None = None


def bounds_of(mistakes: Mistakes, kind: str, said: TypeSaid) -> Bounds | None:
    """The bounds of a type, implied ones filled in; None for a decimal without its digits."""
    digits = places = None
    if kind == "decimal":
        split = _digits(mistakes, said)
        if split is None:
            return None
        digits, places = split
    elif said.number:
        hint = f"bounds are LOW..HIGH: `..{said.number.text}`" if KINDS[kind].bounds else ""
        mistakes.add(said.number.at, "BS302", f"{called(kind)} takes no number alone", hint=hint)
    bounds = Bounds(*implied(kind), digits, places)
    if said.bounds is None or not _range_fits(mistakes, kind, said, bounds):
        return bounds
    low = Decimal(0) if kind == "text" and said.low is None else said.low
    return Bounds(
        bounds.low if low is None else low,
        bounds.high if said.high is None else said.high,
        digits,
        places,
    )


def _digits(mistakes: Mistakes, said: TypeSaid) -> tuple[int, int] | None:
    word = said.number
    digits, _, places = word.text.partition(".") if word else ("", "", "")
    whole, part = whole_number(digits), whole_number(places)
    if whole is not None and part is not None and 0 <= part <= whole and 1 <= whole <= MOST_DIGITS:
        return whole, part
    message = f"decimal needs digits and places, at most {MOST_DIGITS}, like `decimal 10.2`"
    mistakes.add(word.at if word else said.kind.at, "BS313", message)
    return None


def _range_fits(mistakes: Mistakes, kind: str, said: TypeSaid, bounds: Bounds) -> bool:
    at = said.bounds or said.kind.at
    ends = [end for end in (said.low, said.high) if end is not None]
    if KINDS[kind].bounds is None or not ends:
        mistakes.add(at, "BS302", f"{called(kind)} takes no such bounds")
        return False
    if kind == "text" and said.high is None:
        mistakes.add(at, "BS302", "text has a greatest length", hint=f"text {ends[0]:f}..200")
        return False
    if any(end != round(end, bounds.places or 0) for end in ends):
        what = f"have at most {bounds.places} places" if bounds.places else "are whole numbers"
        mistakes.add(at, "BS302", f"bounds of {_shown(kind, bounds)} {what}")
        return False
    least, most = _widest(kind, bounds)
    if not all(least <= end <= most for end in ends) or (kind == "text" and ends[-1] < 1):
        message = f"bounds of {_shown(kind, bounds)} lie between {least:,f} and {most:,f}"
        mistakes.add(at, "BS303", message.replace(",", "_"))
        return False
    if ends[0] > ends[-1]:
        message = f"bounds are reversed: `{number(ends[0])}` is more than `{number(ends[1])}`"
        mistakes.add(at, "BS303", message, hint=f"{number(ends[1])}..{number(ends[0])}")
        return False
    return True


def _shown(kind: str, bounds: Bounds) -> str:
    return kind if bounds.digits is None else f"decimal {bounds.digits}.{bounds.places}"


def _widest(kind: str, bounds: Bounds) -> tuple[Decimal, Decimal]:
    if bounds.digits is not None:
        most = greatest(bounds.digits, bounds.places or 0)
        return -most, most
    return KINDS[kind].bounds or (Decimal(0), Decimal(0))
