"""JSON Schema types as types of the contract language."""

from collections.abc import Mapping
from typing import Any

_FORMATS = {
    "email": "email",
    "uri": "url",
    "url": "url",
    "date": "date",
    "date-time": "datetime",
    "uuid": "uuid",
}
_MOST_TEXT = 100_000


def type_of(document: Mapping[str, Any], schema: Mapping[str, Any]) -> tuple[str, str]:
    """The compact type, its default with it, and what had to be guessed (empty: nothing)."""
    del document
    schema = _of_several(schema)
    kind = schema.get("type")
    if isinstance(kind, list):
        kind = next((one for one in kind if one != "null"), None)
    default = schema.get("default")
    if isinstance(schema.get("enum"), list) and len(schema["enum"]) > 1:
        values = " | ".join(str(one) for one in schema["enum"] if one is not None)
        return _with(values, default), ""
    if kind == "string":
        return _text(schema, default)
    if kind == "integer":
        return _with(f"int{_range(schema, 'minimum', 'maximum')}", default), ""
    if kind == "boolean":
        return _with("bool", str(default).lower() if default is not None else None), ""
    if kind == "number":
        return "decimal 12.2", "a number; decimal 12.2 is a guess"
    return "json", "" if kind in ("object", "array") else "without a type; json is a guess"


def _of_several(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """`anyOf: [X, null]` is X."""
    for key in ("anyOf", "oneOf", "allOf"):
        kinds = [
            one
            for one in schema.get(key) or ()
            if isinstance(one, dict) and one.get("type") != "null"
        ]
        if len(kinds) == 1:
            return {**kinds[0], **{k: v for k, v in schema.items() if k != key}}
    return schema


def _text(schema: Mapping[str, Any], default: Any) -> tuple[str, str]:
    form = _FORMATS.get(str(schema.get("format", "")))
    if form:
        return form, ""
    high = schema.get("maxLength")
    if isinstance(high, int) and high > _MOST_TEXT:
        high = _MOST_TEXT
    bounds = _range({**schema, "maxLength": high}, "minLength", "maxLength")
    text = f"'{default}'" if isinstance(default, str) else None
    return _with(f"text{bounds}" if isinstance(high, int) else "text", text), ""


def _range(schema: Mapping[str, Any], low: str, high: str) -> str:
    ends = [str(schema[key]) if isinstance(schema.get(key), int) else "" for key in (low, high)]
    return f" {ends[0]}..{ends[1]}" if any(ends) else ""


def _with(kind: str, default: Any) -> str:
    return kind if default is None else f"{kind} = {default}"
