"""The resources of an OpenAPI document: what its collections take when something is created."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from backstay.agent.contract.json_types import type_of
from backstay.agent.phrases.changes import AddResource, Field
from backstay.agent.phrases.vocabulary import resource_name
from backstay.blueprint.naming import snake

_SET_BY_SERVER = frozenset({"id", "created_at", "updated_at", "deleted_at", "row_version"})
_SIGN_IN = frozenset({"auth", "login", "logout", "token", "register"})
MOST = 1_000_000


def from_openapi(text: str) -> list[AddResource]:
    """One resource per collection, in the order of the paths.

    Raises: ValueError for a text that is no OpenAPI document.
    """
    document = _read(text)
    found: dict[str, AddResource] = {}
    for path, item in document["paths"].items():
        parts = [part for part in str(path).split("/") if part]
        names = [part for part in parts if not part.startswith("{") and not _is_prefix(part)]
        body = _body(document, item) if isinstance(item, dict) else None
        if not names or body is None or parts[-1].startswith("{") or set(names) & _SIGN_IN:
            continue
        if len(names) > 1 and not parts[-2].startswith("{"):
            continue  # a path of several words is no collection below an item
        name = resource_name(names[-1].replace("-", " "))
        under = resource_name(names[-2].replace("-", " ")) if len(names) > 1 else ""
        fields = tuple(_fields(document, body, found))
        found.setdefault(name, AddResource(name, fields, under, source="openapi"))
    if not found:
        raise ValueError("the OpenAPI document creates nothing: no POST with a JSON body")
    return list(found.values())


def _read(text: str) -> dict[str, Any]:
    if len(text) > MOST:
        raise ValueError(f"the OpenAPI document is larger than {MOST:,} characters")
    try:
        document = yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError) as error:
        raise ValueError(f"the OpenAPI document cannot be read: {error}") from error
    if isinstance(document, dict) and isinstance(document.get("paths"), dict):
        return document
    raise ValueError("no OpenAPI document: it has no `paths`")


def _is_prefix(part: str) -> bool:
    return part == "api" or bool(re.fullmatch(r"v\d+", part))


def _body(document: Mapping[str, Any], item: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The schema of what POST takes; None where there is no such operation."""
    found: Any = item
    for key in ("post", "requestBody", "content", "application/json", "schema"):
        found = resolved(document, found.get(key)) if isinstance(found, dict) else None
    return found if isinstance(found, dict) and found.get("properties") else None


def resolved(document: Mapping[str, Any], node: Any, depth: int = 0) -> Any:
    """What a `$ref` inside the document stands for; anything else as it is."""
    if not isinstance(node, dict) or not str(node.get("$ref", "")).startswith("#/") or depth > 9:  # noqa: PLR2004 - a circle
        return node
    found: Any = document
    for part in str(node["$ref"])[2:].split("/"):
        found = found.get(part) if isinstance(found, dict) else None
    return resolved(document, found, depth + 1)


def _fields(
    document: Mapping[str, Any], body: Mapping[str, Any], known: Mapping[str, object]
) -> Iterator[Field]:
    required = body.get("required") or ()
    for key, value in body["properties"].items():
        name = snake(str(key).replace("-", "_"))
        if name in _SET_BY_SERVER:
            continue
        schema = resolved(document, value)
        target = resource_name(name.removesuffix("_id"))
        if name.endswith("_id") and target in known:
            optional = "" if key in required else ", optional"
            yield Field(name.removesuffix("_id"), f"{target}{optional}")
            continue
        kind, guessed = type_of(document, schema if isinstance(schema, dict) else {})
        default = schema.get("default") if isinstance(schema, dict) else None
        if key not in required and default is None:
            kind += ", optional"
        yield Field(name, kind, guessed and f"`{name}` is {guessed}")
