"""Schemas as short as they can be said: a tool list is read anew in every session."""

from typing import Any

_NULL = {"type": "null"}
_EMPTY: tuple[Any, ...] = (None, "", [], 0)


def shortened(schema: Any) -> Any:
    """A schema without what says nothing: titles, empty defaults, null beside one type, prose.

    What is taken is decided by the models themselves, so nothing more is accepted than before.
    """
    if isinstance(schema, list):
        return [shortened(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    kinds = [one for one in schema.get("anyOf", ()) if one != _NULL]
    if len(kinds) == 1:
        rest = {key: value for key, value in schema.items() if key != "anyOf"}
        return shortened({**kinds[0], **rest})
    properties = schema.get("properties")
    kept = {key: shortened(value) for key, value in schema.items() if _says(key, value, schema)}
    if isinstance(properties, dict):
        kept["properties"] = {key: shortened(value) for key, value in properties.items()}
    return kept


def _says(key: str, value: Any, schema: dict[str, Any]) -> bool:
    if key == "description":
        return "properties" not in schema
    if key == "default":
        return value not in _EMPTY
    return key not in ("title", "properties", "additionalProperties")
