"""Schemas of older documents in the words of JSON Schema 2020-12, which 3.1 speaks."""

from typing import Any

BOUNDS = (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum"))


def modern_schemas(node: Any) -> Any:
    """A part of a document with `nullable`, boolean bounds and lists of types written anew."""
    if isinstance(node, list):
        return [modern_schemas(one) for one in node]
    if not isinstance(node, dict):
        return node
    found = {str(name): modern_schemas(one) for name, one in node.items()}
    for exclusive, bound in BOUNDS:
        if isinstance(found.get(exclusive), bool):
            beyond = found.pop(exclusive)
            if beyond and bound in found:
                found[exclusive] = found.pop(bound)
    kinds = found.get("type")
    if found.get("nullable") is True and isinstance(kinds, str):
        return _or_null({name: one for name, one in found.items() if name != "nullable"})
    if found.get("nullable") is True and ("allOf" in found or "$ref" in found):
        return _or_null({name: one for name, one in found.items() if name != "nullable"})
    if isinstance(kinds, list):
        return _choice(found, kinds)
    return found


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    if "enum" in schema:
        schema = {**schema, "enum": [one for one in schema["enum"] if one is not None]}
    return {"anyOf": [schema, {"type": "null"}]}


def _choice(schema: dict[str, Any], kinds: list[Any]) -> dict[str, Any]:
    """A schema of several types as a choice, so that each can be followed."""
    rest = {name: one for name, one in schema.items() if name != "type"}
    return {"anyOf": [{"type": kind, **(rest if kind != "null" else {})} for kind in kinds]}
