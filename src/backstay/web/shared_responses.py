"""Refusals in a document, said once under components and referred to by every operation."""

import re
from collections.abc import Iterator
from typing import Any

REFERENCE = "#/components/responses/"
_ENVELOPE = re.compile(r"#/components/schemas/(\w+__)?ErrorBody")
_LEAST_ERROR = "400"


def shared(document: dict[str, Any]) -> dict[str, Any]:
    """The document with each kind of refusal in one place; the argument is changed.

    Two that have the same codes and differ in words: the first is shared, the other stays.
    """
    found: dict[str, Any] = {}
    for responses in _all_responses(document):
        for status, response in responses.items():
            name = _name(response) if status >= _LEAST_ERROR else ""
            if name and found.setdefault(name, response) == response:
                responses[status] = {"$ref": REFERENCE + name}
    if found:
        document["components"]["responses"] = dict(sorted(found.items()))
    return document


def _all_responses(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for item in document["paths"].values():
        for operation in item.values():
            yield operation["responses"]


def _name(response: dict[str, Any]) -> str:
    """The codes that it may have, as one word; empty for what is not of the error family."""
    content = response.get("content", {}).get("application/json", {})
    if not _ENVELOPE.fullmatch(content.get("schema", {}).get("$ref", "")):
        return ""
    return "Or".join(_word(code) for code in content.get("examples", ()))


def _word(code: str) -> str:
    return "".join(part.capitalize() for part in re.split(r"[\W_]+", code))
