"""Swagger 2.0 documents in the words of OpenAPI 3."""

import json
from typing import Any

from backstay.prove.audit.references import followed

METHODS = ("get", "put", "post", "delete", "patch", "options", "head")
MOVED = (
    ("#/definitions/", "#/components/schemas/"),
    ("#/parameters/", "#/components/parameters/"),
    ("#/responses/", "#/components/responses/"),
)
_ABOUT = ("name", "in", "required", "description")


def from_swagger(content: dict[str, Any]) -> dict[str, Any]:
    """The document as OpenAPI 3.0 would say it."""
    text = json.dumps(content, default=str)
    for old, new in MOVED:
        text = text.replace(f'"{old}', f'"{new}')
    old_one: dict[str, Any] = json.loads(text)
    shared = old_one.get("parameters", {})
    return {
        "openapi": "3.0.3",
        "info": old_one.get("info", {}),
        "servers": [{"url": old_one.get("basePath", "/")}],
        "paths": {
            path: _path(followed(old_one, item), shared) for path, item in old_one["paths"].items()
        },
        "security": old_one.get("security", []),
        "components": {
            "schemas": old_one.get("definitions", {}),
            "parameters": {name: _parameter(one) for name, one in shared.items()},
            "responses": {n: _response(one) for n, one in old_one.get("responses", {}).items()},
            "securitySchemes": old_one.get("securityDefinitions", {}),
        },
    }


def _path(item: dict[str, Any], shared: dict[str, Any]) -> dict[str, Any]:
    return {
        method: _operation(item[method], item.get("parameters", []), shared)
        for method in METHODS
        if method in item
    }


def _operation(said: dict[str, Any], around: list[Any], shared: dict[str, Any]) -> dict[str, Any]:
    given = [_known(one, shared) for one in (*around, *said.get("parameters", []))]
    body = next((one for one in given if one.get("in") == "body"), None)
    made = {name: one for name, one in said.items() if name not in ("parameters", "responses")}
    made["parameters"] = [_parameter(one) for one in given if one.get("in") in _PLAIN]
    made["responses"] = {str(c): _response(one) for c, one in said.get("responses", {}).items()}
    if body is not None:
        made["requestBody"] = {
            "required": body.get("required", False),
            "content": {"application/json": {"schema": body.get("schema", {})}},
        }
    return made


_PLAIN = ("query", "path", "header")


def _known(one: dict[str, Any], shared: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = shared.get(str(one.get("$ref", "")).rpartition("/")[2], one)
    return found


def _parameter(one: dict[str, Any]) -> dict[str, Any]:
    about = {name: one[name] for name in _ABOUT if name in one}
    return {**about, "schema": {name: v for name, v in one.items() if name not in _ABOUT}}


def _response(one: dict[str, Any]) -> dict[str, Any]:
    if "schema" not in one:
        return one
    rest = {name: value for name, value in one.items() if name != "schema"}
    return {**rest, "content": {"application/json": {"schema": one["schema"]}}}
