"""Values for requests: as JSON carries them, and one unlike any before it."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count
from string import ascii_lowercase, digits
from typing import Any
from uuid import UUID, uuid4

from backstay.blueprint.bounds import bounds
from backstay.blueprint.model import Field
from backstay.blueprint.samples.values import exact

LETTERS = ascii_lowercase + digits

_NUMBERS = count(1)
Unlike = Callable[[Field, Any, int], Any]


def wire(value: Any) -> Any:
    """A value as JSON carries it."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date | UUID):
        return str(value)
    return value


def wire_body(values: dict[str, Any], fields: dict[str, Field]) -> dict[str, Any]:
    """A row's values by their names on the wire."""
    return {fields[name].wire: wire(value) for name, value in values.items()}


def fresh() -> int:
    """A number that nothing was made unlike with before."""
    return next(_NUMBERS)


def unlike(field: Field, value: Any, number: int) -> Any:
    """A value that fits the field and is another one for each number, where there are as many."""
    make = _UNLIKE.get(field.kind)
    return value if make is None else make(field, value, number)


def _text(field: Field, _: Any, number: int) -> str:
    low, high = bounds(field)
    text = ""
    while number:
        number, place = divmod(number, len(LETTERS))
        text = LETTERS[place] + text
    return text.rjust(max(low, 1), "-")[-high:]


def _decimal(field: Field, _: Any, number: int) -> Decimal:
    unit = Decimal(1).scaleb(-(field.places or 0))
    most = Decimal(10) ** ((field.digits or 0) - (field.places or 0)) - unit
    low = field.low if field.low is not None else Decimal(0)
    high = field.high if field.high is not None else most
    steps = int((high - low) / unit) + 1
    return exact(field, low + unit * (number % steps))


def _whole(field: Field, _: Any, number: int) -> int:
    low, high = bounds(field)
    return low + number % (high - low + 1)


def _later(unit: str, most: int) -> Unlike:
    def later(_: Field, value: Any, number: int) -> Any:
        return None if value is None else value + timedelta(**{unit: number % most})

    return later


_UNLIKE: dict[str, Unlike] = {
    "text": _text,
    "email": lambda _, __, number: f"row{number}@example.org",
    "url": lambda _, __, number: f"https://example.org/{number}",
    "int": _whole,
    "seconds": _whole,
    "decimal": _decimal,
    "uuid": lambda _, __, ___: uuid4(),
    "date": _later("days", 3650),
    "datetime": _later("seconds", 10**9),
}
