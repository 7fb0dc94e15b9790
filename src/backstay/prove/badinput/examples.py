"""Good values for a JSON schema: an attack differs from them in one thing only."""

import secrets
from typing import Any
from uuid import uuid4

from backstay.prove.badinput.operation import Document, Schema

_TEXTS = {
    "date-time": "2026-01-02T03:04:05Z",
    "date": "2026-01-02",
    "uri": "https://example.org/",
}
LONG = "correct-horse-"


def body_of(document: Document, schema: Schema) -> dict[str, Any]:
    """A good object: only what is required."""
    needed = schema.get("required", ())
    found = schema.get("properties", {})
    return {name: value_of(document, name, found.get(name, {})) for name in needed}


def value_of(document: Document, name: str, schema: Schema) -> Any:
    """A good value of a field; new addresses, ids and passwords each time."""
    schema = document.resolved(schema)
    if "enum" in schema:
        return schema["enum"][0]
    kind = schema.get("type")
    if kind == "string":
        return _text(name, schema)
    if kind in ("integer", "number"):  # a tuple: the type may be a list of several
        return max(1, schema.get("minimum", 1))
    if kind == "boolean":
        return False
    if kind == "array":
        return [value_of(document, name, schema.get("items", {}))] * schema.get("minItems", 0)
    return body_of(document, schema) if "properties" in schema else {"a": 1}


def texts_of(document: Document, schema: Schema) -> list[str]:
    """The fields that take free text."""
    found = schema.get("properties", {})
    return [name for name, one in found.items() if is_text(document.resolved(one))]


def numbers_of(document: Document, schema: Schema) -> list[str]:
    """The fields that take whole numbers."""
    found = schema.get("properties", {})
    return [name for name, one in found.items() if document.resolved(one).get("type") == "integer"]


def is_text(schema: Schema) -> bool:
    """Whether a schema takes free text: no format, no pattern, no closed set of values."""
    closed = {"enum", "format", "pattern", "const"}
    return schema.get("type") == "string" and closed.isdisjoint(schema)


def _text(name: str, schema: Schema) -> str:
    kind = schema.get("format")
    if kind == "uuid":
        return str(uuid4())
    if kind == "email":
        return f"{secrets.token_hex(8)}@example.org"
    if "password" in name:
        return LONG + secrets.token_hex(8)
    if "pattern" in schema:
        return "1.00" if "d{" in schema["pattern"] else ""
    good = _TEXTS.get(str(kind), secrets.token_hex(2))
    return good.ljust(schema.get("minLength", 0), "x")[: schema.get("maxLength", len(good))]
