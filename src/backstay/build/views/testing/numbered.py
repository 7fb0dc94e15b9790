"""What must be unique in generated tests: values that differ from call to call."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from backstay.blueprint.bounds import bounds
from backstay.blueprint.contract import Resource
from backstay.blueprint.expressions import names_in
from backstay.blueprint.model import Field
from backstay.build.samples.text import json_text

_SPAN = 10_000
"""How many different values a bounded field has at most in tests."""


def value_text(resource: Resource, field: Field, row: dict[str, Any]) -> str:
    """The Python text of a field's JSON value; unique ones are numbered, where rules let them."""
    value = row.get(field.name) if field.kind != "ref" else None
    if value is None or field.kind in ("enum", "role", "bool", "json"):
        return json_text(value)
    if not field.unique and not any(field.name in rule.unique for rule in resource.rules):
        return json_text(value)
    if isinstance(value, str):
        return _text(field, value)
    if field.kind == "uuid":
        return "str(uuid4())"
    ruled = (names_in(rule.check, resource) for rule in resource.rules if rule.check is not None)
    if any(field.name in names for names in ruled):
        return json_text(value)
    return _amount(field, value)


def _text(field: Field, value: str) -> str:
    if field.kind == "email":
        return 'f"person{next(NUMBERS)}@example.org"'
    if field.kind == "url":
        return 'f"https://example.org/{next(NUMBERS)}"'
    low, high = bounds(field)
    width = max(low, min(6, len(value)))
    cut = f" % {10**high}" if high < len(str(_SPAN)) else ""
    return f'f"{{next(NUMBERS){cut}:0{width}}}"'


def _amount(field: Field, value: Any) -> str:
    """A number, day or moment; numbers start at the least and begin again at the greatest."""
    if isinstance(value, date):
        time = "T08:00:00Z" if isinstance(value, datetime) else ""
        return f'f"{{1900 + next(NUMBERS) % 100}}-01-01{time}"'
    low, high = _limits(field)
    span = min(high - low + 1, _SPAN)
    number = f"next(NUMBERS) % {span}"
    number = f"{low} + {number}" if low else number
    if isinstance(value, Decimal):
        zeros = "." + "0" * field.places if field.places else ""
        return f'f"{{{number}}}{zeros}"'
    return number


def _limits(field: Field) -> tuple[int, int]:
    """The least and the greatest whole number that fits; from zero where nothing is said."""
    if field.kind != "decimal":
        low, high = bounds(field)
        return (0 if field.low is None else low), high
    most = 10 ** ((field.digits or 0) - (field.places or 0)) - 1
    low = 0 if field.low is None else int(field.low.to_integral_value("ROUND_CEILING"))
    high = most if field.high is None else int(field.high)
    return low, max(low, high)
