"""The field types (contract.md 2.5): which bounds, defaults and uses each of them has."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

SAFE = Decimal(2**53 - 1)  # the greatest whole number that every JSON client keeps
MOST_TEXT = Decimal(100_000)
EMAIL = (3, 254)
URL_LENGTH = 2048
ENUM_LENGTH = 40
MOST_DIGITS = 18

Takes = Literal["", "text", "whole", "decimal", "bool", "now", "word", "caller"]


@dataclass(frozen=True, slots=True)
class Kind:
    """One type of field.

    `bounds` are the widest that it takes, None where it takes none. `default` is what may stand
    after `=`. `filter` is `equal`, `range` or empty. `expression` is its type in expressions,
    empty where none may use it; a reference's type also names its target.
    """

    bounds: tuple[Decimal, Decimal] | None
    default: Takes
    filter: Literal["", "equal", "range"]
    sort: bool
    unique: bool
    computed: bool
    expression: str


WIDEST = Decimal(10) ** MOST_DIGITS
KINDS = {
    "text": Kind((Decimal(0), MOST_TEXT), "text", "equal", True, True, False, "text"),
    "email": Kind(None, "", "equal", True, True, False, "text"),
    "url": Kind(None, "", "equal", True, True, False, "text"),
    "int": Kind((-SAFE, SAFE), "whole", "range", True, True, True, "whole"),
    "decimal": Kind((-WIDEST, WIDEST), "decimal", "range", True, True, True, "decimal"),
    "bool": Kind(None, "bool", "equal", True, False, True, "bool"),
    "date": Kind(None, "now", "range", True, True, True, "date"),
    "datetime": Kind(None, "now", "range", True, True, True, "datetime"),
    "seconds": Kind((Decimal(0), SAFE), "whole", "range", True, True, True, "whole"),
    "uuid": Kind(None, "", "equal", False, True, False, "uuid"),
    "json": Kind(None, "", "", False, False, False, ""),
    "role": Kind(None, "word", "equal", True, False, False, "enum"),
    "enum": Kind(None, "word", "equal", True, True, False, "enum"),
    "ref": Kind(None, "caller", "equal", False, True, False, "reference"),
}
WRITTEN = tuple(kind for kind in KINDS if kind not in ("enum", "ref"))
COMPUTED = tuple(kind for kind, spec in KINDS.items() if spec.computed)


def called(kind: str) -> str:
    """A type as messages call it."""
    return {"ref": "a reference", "enum": "an enum"}.get(kind, kind)


def implied(kind: str) -> tuple[Decimal | None, Decimal | None]:
    """The bounds of a type that says none; (None, None) where the type itself sets them."""
    if kind == "text":
        return Decimal(1), Decimal(255)
    if kind in ("int", "seconds"):
        return KINDS[kind].bounds or (None, None)
    return None, None


def greatest(digits: int, places: int) -> Decimal:
    """The greatest decimal with that many digits, so many of them after the point."""
    return (Decimal(10) ** digits - 1).scaleb(-places)
