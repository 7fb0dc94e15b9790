"""The error envelope as OpenAPI shows it, and what a route declares besides success (R-080)."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel, Field
from pydantic.json_schema import models_json_schema

from backstay.errors import BackstayError


class ErrorDetail(BaseModel):
    """One thing wrong with one part of the request."""

    field: str = Field(description="A dotted path, or empty.")
    code: str
    message: str


class ErrorContent(BaseModel):
    """What went wrong; programs read `code`, people read `message`."""

    code: str
    message: str
    details: list[ErrorDetail]
    timestamp: datetime
    request_id: str


class ErrorBody(BaseModel):
    """Every error has this shape."""

    error: ErrorContent


ENVELOPE = {"title": ErrorBody.__name__}
"""Stands for the reference to ErrorBody until the document is told.

As the `model` of a response FastAPI would analyse it for each status of each route.
"""
REFERENCE = "#/components/schemas/"
LONG = f"{__name__}.".replace(".", "__")
"""What precedes our names where a project has schemas of the same names, as FastAPI writes it."""


def errors(*kinds: type[BackstayError]) -> dict[int | str, dict[str, Any]]:
    """What a route may answer besides success, for its `responses`, one entry per status."""
    statuses = sorted({kind.status for kind in kinds})
    return {status: _response([k for k in kinds if k.status == status]) for status in statuses}


def _response(kinds: list[type[BackstayError]]) -> dict[str, Any]:
    codes = {kind.code: kind for kind in kinds}
    examples = {
        code: {
            "summary": kind.message,
            "description": kind.remedy,
            "value": {
                "error": {
                    "code": code,
                    "message": kind.message,
                    "details": [],
                    "timestamp": "2026-11-20T08:00:00Z",
                    "request_id": "3f0c9a51d2b86e47000000000001",
                }
            },
        }
        for code, kind in sorted(codes.items())
    }
    return {
        "description": " ".join(kind.message for _, kind in sorted(codes.items())),
        "content": {"application/json": {"schema": ENVELOPE, "examples": examples}},
    }


def show_envelope(document: dict[str, Any]) -> None:
    """Give a document the schema of errors, and each declared error the reference to it."""
    declared = [
        content
        for operations in document["paths"].values()
        for operation in operations.values()
        for response in operation["responses"].values()
        for content in response.get("content", {}).values()
        if content.get("schema") == ENVELOPE
    ]
    if not declared:
        return
    components = document.setdefault("components", {})
    theirs, prefix, ours = components.get("schemas", {}), "", _schemas("")
    if any(theirs.get(name, schema) != schema for name, schema in ours.items()):
        prefix, ours = LONG, _schemas(LONG)
    components["schemas"] = dict(sorted((theirs | ours).items()))
    for content in declared:
        content["schema"] = {"$ref": f"{REFERENCE}{prefix}{ErrorBody.__name__}"}


def _schemas(prefix: str) -> dict[str, Any]:
    """The envelope's schemas by their names in a document, which all begin with the prefix."""
    template = f"{REFERENCE}{prefix}{{model}}"
    _, made = models_json_schema([(ErrorBody, "serialization")], ref_template=template)
    return {f"{prefix}{name}": schema for name, schema in made["$defs"].items()}
