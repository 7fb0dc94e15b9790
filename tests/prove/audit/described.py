"""The document of the specimen."""

from collections.abc import Container
from typing import Any

NOTE = {"$ref": "#/components/schemas/Note"}
ERROR = {"content": {"application/json": {"schema": {"type": "object", "required": ["error"]}}}}
TEXT = {"type": "string", "example": "buy milk"}
SECURED: list[dict[str, Any]] = [{"bearer": []}]


def body(schema: Any) -> dict[str, Any]:
    """A body of JSON."""
    return {"content": {"application/json": {"schema": schema}}}


def described(breaks: Container[str] = ()) -> dict[str, Any]:
    """The document; `undeclared` leaves out what is refused with, `sizeless` the page's size."""
    refused: dict[str, Any] = {} if "undeclared" in breaks else {"4XX": ERROR}
    page = {
        "type": "object",
        "required": ["data"],
        "properties": {"data": {"type": "array", "items": NOTE}, "total": {"type": "integer"}},
    }
    if "silent" in breaks:
        refused = {"4XX": {"description": "no"}}
    others = [
        {"name": "offset", "in": "query", "schema": {"type": "integer"}},
        {"name": "page", "in": "query", "schema": {"type": "integer"}},
        {"name": "q", "in": "query", "schema": {"type": "string"}},
    ]
    size = {"name": "limit", "in": "query", "schema": {"type": "integer"}}
    one = {"name": "note_id", "in": "path", "required": True, "schema": {"type": "integer"}}
    made = {"type": "object", "required": ["text"], "properties": {"text": TEXT}}
    found: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {"title": "notes", "version": "1.0"},
        "paths": {
            "/health": {"get": {"responses": {"200": body({"type": "object"}), **refused}}},
            "/notes": {
                "get": {
                    "security": SECURED,
                    "parameters": others if "sizeless" in breaks else [size, *others],
                    "responses": {"200": body(page), **refused},
                },
                "post": {
                    "security": SECURED,
                    "requestBody": {"required": True, **body(made)},
                    "responses": {"201": body(NOTE), **refused},
                },
            },
            "/notes/{note_id}": {
                "parameters": [one],
                "get": {"security": SECURED, "responses": {"200": body(NOTE), **refused}},
                "delete": {"security": SECURED, "responses": {"204": {}, **refused}},
            },
        },
        "components": {
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
            "schemas": {
                "Note": {
                    "type": "object",
                    "required": ["id", "text"],
                    "properties": {"id": {"type": "integer"}, "text": {"type": "string"}},
                }
            },
        },
    }
    notes, note = found["paths"]["/notes"], found["paths"]["/notes/{note_id}"]
    if "hooks" in breaks:
        found["paths"]["/hooks"] = {"post": {"responses": {"200": {}}}}
    if "makerless" in breaks:
        del notes["post"]
    if "listless" in breaks:
        del notes["get"]
    if "public" in breaks:
        del note["get"]["security"]
    if "silent" in breaks:
        note["get"]["responses"]["200"] = {"description": "a note"}
    return found
