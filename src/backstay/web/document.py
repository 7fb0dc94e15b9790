"""The OpenAPI document, told a few routers at a time.

FastAPI remembers the fields of 128 query models and no more: beyond that, its own document of a
whole application fails with a KeyError. A few routers stay far below.
"""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from backstay.web.error_schema import show_envelope

TOGETHER = 20
"""Routers in one part; a router of ours has two query models."""


def told(app: FastAPI) -> dict[str, Any]:
    """The document of every route of an application, with the envelope of its errors."""
    document = _by_parts(app)
    show_envelope(document)
    return document


def _by_parts(app: FastAPI) -> dict[str, Any]:
    """FastAPI's document, put together.

    Where two parts call different schemas the same, FastAPI tells it as a whole: it then finds
    longer names.
    """
    about: dict[str, Any] = {"title": app.title, "version": app.version}
    about |= {"description": app.description or None, "tags": app.openapi_tags}
    whole = get_openapi(**about, routes=[])
    schemas: dict[str, Any] = {}
    security: dict[str, Any] = {}
    for start in range(0, len(app.routes), TOGETHER):
        part = get_openapi(**about, routes=app.routes[start : start + TOGETHER])
        for path, operations in part["paths"].items():
            whole["paths"].setdefault(path, {}).update(operations)
        components = part.get("components", {})
        for name, schema in components.get("schemas", {}).items():
            if schemas.setdefault(name, schema) != schema:
                return get_openapi(**about, routes=app.routes)
        security |= components.get("securitySchemes", {})
    if schemas:
        whole["components"] = {"schemas": dict(sorted(schemas.items()))}
    if security:
        whole.setdefault("components", {})["securitySchemes"] = security
    return whole
