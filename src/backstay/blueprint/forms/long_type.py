"""Reads the long form of a field type: `{type: text, min: 1, max: 200, search: true}`."""

import re
from decimal import Decimal

from backstay.blueprint.forms.expressions import Located, condition, literal
from backstay.blueprint.forms.said import Modifier, TypeSaid
from backstay.blueprint.mistakes import Mistakes, quoted
from backstay.blueprint.model import Place
from backstay.blueprint.reading.entries import flag, known, text_in, words_in
from backstay.blueprint.reading.nodes import Node, Text, Word
from backstay.blueprint.reading.numbers import is_number
from backstay.blueprint.words import FLAGS

WORD = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def long_type(mistakes: Mistakes, node: Node) -> TypeSaid | None:
    """What a mapping with `type` says; None after a mistake that leaves no type."""
    keys = known(mistakes, node, "a field", ["type"])
    kind = text_in(mistakes, keys["type"], "type") if "type" in keys else None
    if kind is None:
        return None
    if not WORD.fullmatch(kind.value):
        hint = "the long form has a key for each part: type, min, max, values, default"
        message = f"unknown type {quoted(kind.value)}"
        mistakes.add(kind.place(), "BS301", message, hint=hint)
        return None
    low, high = (_number(mistakes, keys, key) for key in ("min", "max"))
    ends = [end for end in (low, high) if end]
    values = _values(mistakes, keys, kind)
    if values is None:
        return None
    return TypeSaid(
        Word(kind.value, kind.place()),
        values=values,
        number=_digits(mistakes, keys),
        low=Decimal(low.text.replace("_", "")) if low else None,
        high=Decimal(high.text.replace("_", "")) if high else None,
        bounds=ends[0].at if ends else None,
        value=_value(mistakes, keys, kind.value),
        modifiers=tuple(_modifiers(mistakes, keys)),
    )


def _values(mistakes: Mistakes, keys: dict[str, Node], kind: Text) -> tuple[Word, ...] | None:
    if kind.value != "enum":
        if "values" in keys:
            at = keys["values"].place()
            mistakes.add(at, "BS310", f"`values` goes with `type: enum`, not with {kind.value}")
        return ()
    if "values" not in keys:
        mistakes.add(kind.place(), "BS103", "an enum needs `values`", hint="values: [open, done]")
        return None
    words = words_in(mistakes, keys["values"], "values")
    for word in words:
        if not WORD.fullmatch(word.text):
            mistakes.add(word.at, "BS308", f"enum value {quoted(word.text)} is not one word")
            return None
    if len(words) == 1:
        mistakes.add(keys["values"].place(), "BS308", "an enum has two values or more")
    return tuple(words) if len(words) > 1 else None


def _number(mistakes: Mistakes, keys: dict[str, Node], key: str) -> Word | None:
    text = text_in(mistakes, keys[key], key) if key in keys else None
    if text is None:
        return None
    if text.plain and is_number(text.value):
        return Word(text.value, text.place())
    mistakes.add(text.place(), "BS302", f"{key} is a number, not {quoted(text.value)}")
    return None


def _digits(mistakes: Mistakes, keys: dict[str, Node]) -> Word | None:
    digits, places = (_number(mistakes, keys, key) for key in ("digits", "places"))
    if digits:
        return Word(f"{digits.text}.{places.text if places else 0}", digits.at)
    return Word("", places.at) if places else None


def _value(mistakes: Mistakes, keys: dict[str, Node], kind: str) -> Located | None:
    if "default" in keys and "computed" in keys:
        mistakes.add(keys["computed"].place(), "BS310", "a computed field has no default")
    key = "computed" if "computed" in keys else "default"
    text = text_in(mistakes, keys[key], key) if key in keys else None
    if text is None:
        return None
    if kind == "text" and key == "default":
        return literal(text.value, text.place())
    return condition(mistakes, text, "value" if key == "default" else "condition")


def _modifiers(mistakes: Mistakes, keys: dict[str, Node]) -> list[Modifier]:
    found: list[Modifier] = []
    for key, node in keys.items():
        at: Place = node.place()
        if (key in FLAGS and flag(mistakes, node, key)) or key == "computed":
            found.append(Modifier(key, "", at))
        elif key in ("write", "was", "on_delete") and (text := text_in(mistakes, node, key)):
            found.append(Modifier(key.replace("_", " "), text.value, text.place()))
    return found
