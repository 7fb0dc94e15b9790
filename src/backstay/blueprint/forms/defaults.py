"""Whether a value may be the default of a field, or what an action sets it to (BS306, BS307)."""

import unicodedata
from decimal import Decimal

from backstay.blueprint.forms.expressions import Located
from backstay.blueprint.kinds import KINDS, Takes, greatest
from backstay.blueprint.mistakes import Mistakes, quoted
from backstay.blueprint.model import Expression, Field

GOT: dict[str, Takes] = {
    "string": "text",
    "name": "word",
    "true": "bool",
    "false": "bool",
    "now": "now",
    "caller": "caller",
}
WORDS: dict[Takes, tuple[str, ...]] = {
    "bool": ("true", "false"),
    "now": ("now",),
    "caller": ("caller",),
}


def kind_of_value(value: Expression) -> Takes:
    """What kind of value stands there; empty for `null` and for anything that is worked out."""
    if value.op == "number":
        assert isinstance(value.parts[0], Decimal), "a number holds a Decimal"
        return "decimal" if value.parts[0] % 1 else "whole"
    return GOT.get(value.op, "")


def default_fits(mistakes: Mistakes, field: Field, value: Located, said: str) -> bool:
    """Checks the value after `=`; `said` is how it was written."""
    takes, got = KINDS[field.kind].default, kind_of_value(value.expression)
    if value.expression.op not in ("number", "null", *GOT):
        hint = "an expression over fields needs `computed`"
        mistakes.add(value.at, "BS314", "a default is one value", hint=hint)
        return False
    if got and (got == takes or (got, takes) == ("whole", "decimal")):
        return value_fits(mistakes, field, value, said)
    hint = "" if takes else f"{field.kind} has no default"
    if takes == "text":
        hint = "text stands in single quotes"
    allowed = field.values or WORDS.get(takes, ())
    message = f"{quoted(said)} is no default for {field.target or field.kind}"
    mistakes.add(value.at, "BS306", message, word=said, allowed=allowed, hint=hint)
    return False


def value_fits(mistakes: Mistakes, field: Field, value: Located, said: str) -> bool:
    """Checks one value of the right kind against values, bounds and places (BS307)."""
    part = value.expression.parts[0] if value.expression.parts else None
    if field.kind == "enum" and value.expression.op == "name" and part not in field.values:
        message = f"{quoted(said)} is not one of the values"
        mistakes.add(value.at, "BS307", message, word=said, allowed=field.values)
        return False
    problem = ""
    if isinstance(part, Decimal):
        problem = _number_problem(field, part)
    elif value.expression.op == "string" and isinstance(part, str):
        problem = _text_problem(field, part)
    if problem:
        mistakes.add(value.at, "BS307", f"{quoted(said)} {problem}")
    return not problem


def _number_problem(field: Field, number: Decimal) -> str:
    if field.places is not None and number != round(number, field.places):
        return f"has more than {field.places} places"
    if field.digits is not None and abs(number) > greatest(field.digits, field.places or 0):
        return f"has more than {field.digits} digits"
    return _outside(field, number)


def _text_problem(field: Field, text: str) -> str:
    if text != text.strip():
        return "begins or ends with a space: text is stored without"
    return _outside(field, Decimal(len(unicodedata.normalize("NFC", text))))


def _outside(field: Field, size: Decimal) -> str:
    above = field.high is not None and size > field.high
    below = field.low is not None and size < field.low
    return "lies outside the bounds" if above or below else ""
