"""The committed documents say what the service does (R-072)."""

import json
from pathlib import Path
from typing import Any

from backstay.web import Service

DOCS = Path(__file__).parent.parent.parent / "docs"


def told(name: str) -> dict[str, Any]:
    """A committed document."""
    document: dict[str, Any] = json.loads((DOCS / name).read_text())
    return document


async def test_the_document_is_what_the_service_tells(service: Service) -> None:
    """After a change of routes or schemas, `backstay build` writes it anew."""
    assert told("openapi.json") == json.loads(json.dumps(service.openapi()))


def test_the_older_document_has_the_same_operations() -> None:
    """OpenAPI 3.0.3, for tools that know no 3.1."""
    newer, older = told("openapi.json"), told("openapi-3.0.json")

    assert (newer["openapi"], older["openapi"]) == ("3.1.0", "3.0.3")
    assert newer["paths"].keys() == older["paths"].keys()
