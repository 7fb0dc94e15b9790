"""A value that a JSON schema allows: plain, and the same each time."""

import re
from collections.abc import Mapping
from typing import Any

SCHEMAS = "#/components/schemas/"
ID = "0198c0de-0000-7000-8000-000000000001"
FORMATS = {
    "uuid": ID,
    "email": "somebody@example.org",
    "date": "2026-11-20",
    "date-time": "2026-11-20T08:00:00Z",
    "uri": "https://example.org/one",
}
NUMBERS = {"expires_in": 1800}
TEXTS = {
    "email": FORMATS["email"],
    "password": "seven unrelated plain words",
    "access_token": "ACCESS_TOKEN",
    "refresh_token": "REFRESH_TOKEN",
    "token_type": "bearer",
}
TRIED = ("1", "1.0", "1.00", "1.000", "0.0001", "2026-11-20", "a", "A1")
"""Texts that may fit a pattern; a decimal travels as text with all its places."""
DEEPEST = 8


class Examples:
    """Values for the schemas of one OpenAPI document."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._schemas: Mapping[str, Any] = document.get("components", {}).get("schemas", {})

    def sent(self, schema: Mapping[str, Any]) -> Any:
        """The least that may be sent: what is required, else the first thing that may be said."""
        whole = self._resolved(schema)
        names = list(whole.get("required", ())) or list(whole.get("properties", {}))[:1]
        wanted = {name: whole["properties"][name] for name in names}
        return {name: self.value(one, name) for name, one in wanted.items()}

    def value(self, schema: Mapping[str, Any], name: str = "", depth: int = 0) -> Any:
        """A value of a schema; deep down, what need not be there is left out.

        Args: schema; name, of the property that it is for; depth, of nesting so far.
        """
        one = self._resolved(schema)
        if "const" in one:
            return one["const"]
        if "enum" in one:
            return one["enum"][0]
        if one.get("default") not in (None, ""):
            return one["default"]
        kind = one.get("type", "object" if "properties" in one else "")
        if kind == "object":
            return self._object(one, depth)
        if kind == "array":
            return [self.value(one.get("items", {}), name, depth + 1)] if depth < DEEPEST else []
        return _plain(kind, one, name)

    def _object(self, schema: Mapping[str, Any], depth: int) -> dict[str, Any]:
        required = schema.get("required", ())
        return {
            name: self.value(one, name, depth + 1)
            for name, one in schema.get("properties", {}).items()
            if name in required or depth == 0
        }

    def _resolved(self, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        """The schema that is meant: references followed, the first choice that is not null."""
        if "$ref" in schema:
            found = self._schemas[str(schema["$ref"]).removeprefix(SCHEMAS)]
            said = {k: v for k, v in schema.items() if k == "default"}
            return {**self._resolved(found), **said}
        for word in ("anyOf", "oneOf", "allOf"):
            choices = [one for one in schema.get(word, ()) if one.get("type") != "null"]
            if choices:
                rest = {k: v for k, v in schema.items() if k != word}
                return {**rest, **self._resolved(choices[0])}
        return schema


def _plain(kind: str, schema: Mapping[str, Any], name: str) -> Any:
    if kind == "integer":
        return NUMBERS.get(name, _number(schema))
    if kind == "number":
        return float(_number(schema))
    if kind == "boolean":
        return True
    if kind == "string":
        return _text(schema, name)
    return {} if not kind else None


def _number(schema: Mapping[str, Any]) -> int:
    low, high = schema.get("minimum", 0), schema.get("maximum")
    number = max(1, int(low))
    return number if high is None else min(number, int(high))


def _text(schema: Mapping[str, Any], name: str) -> str:
    if found := FORMATS.get(schema.get("format", "")) or TEXTS.get(name):
        return found
    low, high = schema.get("minLength", 0), schema.get("maxLength", 1000)
    words = f"{name.replace('_', ' ') or 'text'} one"
    words = words.ljust(low, "x")[:high]
    pattern = schema.get("pattern")
    if pattern is None or re.search(pattern, words):
        return words
    return next((one for one in TRIED if re.search(pattern, one)), words)
