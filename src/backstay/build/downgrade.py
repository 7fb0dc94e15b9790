"""OpenAPI 3.1 as 3.0.3, for older tools (C-36): what JSON Schema has and 3.0 has not."""

from typing import Any

VERSION = "3.0.3"
_SIMPLE = ("string", "integer", "number", "boolean", "object", "array")


def downgraded(document: Any) -> Any:
    """The document as OpenAPI 3.0.3; the argument stays as it is."""
    return {**_walk(document), "openapi": VERSION}


def _walk(node: Any) -> Any:
    if isinstance(node, list):
        return [_walk(item) for item in node]
    if not isinstance(node, dict):
        return node
    found = {key: _walk(value) for key, value in node.items()}
    if isinstance(found.get("anyOf"), list):
        found = _nullable(found)
    if isinstance(found.get("type"), list):
        found = _typed(found)
    if "const" in found and "enum" not in found:
        found["enum"] = [found.pop("const")]
    if isinstance(found.get("examples"), list):
        examples = found.pop("examples")
        found |= {"example": examples[0]} if examples else {}
    for bound in ("Minimum", "Maximum"):
        key = f"exclusive{bound}"
        if isinstance(found.get(key), int | float) and not isinstance(found[key], bool):
            found[bound.lower()], found[key] = found[key], True
    return found


def _nullable(schema: dict[str, Any]) -> dict[str, Any]:
    """`anyOf: [X, null]` is X, nullable."""
    kinds = [one for one in schema["anyOf"] if one != {"type": "null"}]
    if len(kinds) == len(schema["anyOf"]):
        return schema
    rest = {key: value for key, value in schema.items() if key != "anyOf"}
    if len(kinds) != 1:
        return {**rest, "anyOf": kinds, "nullable": True}
    if "$ref" in kinds[0]:
        return {**rest, "allOf": kinds, "nullable": True}
    return {**kinds[0], **rest, "nullable": True}


def _typed(schema: dict[str, Any]) -> dict[str, Any]:
    """Several types are any of them; 3.0 knows one."""
    kinds = [kind for kind in schema["type"] if kind in _SIMPLE]
    rest = {key: value for key, value in schema.items() if key != "type"}
    return {**rest, "anyOf": [_one(kind) for kind in kinds]}


def _one(kind: str) -> dict[str, Any]:
    return {"type": "array", "items": {}} if kind == "array" else {"type": kind}
