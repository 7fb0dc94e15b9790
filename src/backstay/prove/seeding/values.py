"""Values of seeded rows: spread over what a field allows, the same for the same seed."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID

from backstay.blueprint.bounds import bounds
from backstay.blueprint.model import Field
from backstay.prove.world.values import LETTERS, unlike

BEGAN = datetime(2026, 1, 1, tzinfo=UTC)
SPREAD = timedelta(days=300)
WIDEST = 1_000
SHORT = 8
"""Characters that a number and a word need."""
WORDS = "amber basin cedar delta ember fjord grove harbor inlet jetty kelp lagoon marsh".split()

Spread = Callable[[Field, int, Random], Any]


def spread(field: Field, number: int, chance: Random) -> Any:
    """A value that the field allows; another one for each number where it must be unique."""
    return _SPREAD[field.kind](field, number, chance)


def moment(chance: Random) -> datetime:
    """Some time of the last year, to the microsecond."""
    return BEGAN + timedelta(microseconds=chance.randrange(int(SPREAD.total_seconds()) * 10**6))


def uuid7(at: datetime, chance: Random) -> UUID:
    """An id of that time, as the service makes them."""
    milliseconds = int(at.timestamp() * 1000)
    bits = chance.getrandbits(74)
    high = milliseconds << 16 | 0x7000 | bits >> 62
    return UUID(int=high << 64 | 0x8000_0000_0000_0000 | bits & (1 << 62) - 1)


def _text(field: Field, number: int, chance: Random) -> str:
    low, high = bounds(field)
    if field.unique and high < SHORT:
        # from the end, for whoever signs up later is numbered from the beginning
        return str(unlike(field, None, len(LETTERS) ** high - number))
    text = f"{number} {chance.choice(WORDS)} {chance.choice(WORDS)}"[:high].strip()
    return text.ljust(low, "x")


def _whole(field: Field, number: int, chance: Random) -> int:
    low, high = bounds(field)
    start = low if high < 0 or high - low < WIDEST else max(low, 0)
    step = number if field.unique else chance.randrange(WIDEST)
    return start + step % (high - start + 1)


def _decimal(field: Field, number: int, chance: Random) -> Any:
    places = field.places or 0
    most = 10 ** (field.digits or 0) - 1
    low = 0 if field.low is None else int(field.low.scaleb(places))
    high = most if field.high is None else int(field.high.scaleb(places))
    step = number if field.unique else chance.randrange(WIDEST * 100)
    return Decimal(low + step % (high - low + 1)).scaleb(-places)


def _date(field: Field, number: int, chance: Random) -> date:
    return (BEGAN + timedelta(days=number) if field.unique else moment(chance)).date()


def _enum(field: Field, _: int, chance: Random) -> str:
    return chance.choice(field.values)


_SPREAD: dict[str, Spread] = {
    "text": _text,
    "email": lambda _, number, __: f"seed{number}@example.org",
    "url": lambda _, number, __: f"https://example.org/seed/{number}",
    "int": _whole,
    "seconds": _whole,
    "decimal": _decimal,
    "bool": lambda _, __, chance: chance.random() < 0.5,  # noqa: PLR2004 even odds
    "date": _date,
    "datetime": lambda _, __, chance: moment(chance),
    "uuid": lambda _, __, chance: UUID(int=chance.getrandbits(128), version=4),
    "json": lambda _, number, __: {"number": number},
    "enum": _enum,
}
