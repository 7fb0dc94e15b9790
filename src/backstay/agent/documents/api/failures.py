"""Every error code with its meaning and what to do about it (R-130, R-176)."""

from collections import Counter
from collections.abc import Iterator

from backstay import errors
from backstay.agent.documents.api.openapi import Failure, told
from backstay.agent.documents.material import Material
from backstay.agent.documents.page.markdown import code, fenced, prose, table

HEAD = ("status", "code", "means", "do", "operations")


def catalogue() -> list[Failure]:
    """Every error that the runtime knows, by status and code."""
    kinds = (getattr(errors, name) for name in errors.__all__)
    found = {
        Failure(kind.status, kind.code, kind.message, kind.remedy)
        for kind in kinds
        if isinstance(kind, type) and issubclass(kind, errors.BackstayError)
    }
    return sorted(found)


def failures(material: Material) -> Iterator[str]:
    """The envelope, the codes that operations declare, and those that come before any of them."""
    operations = told(material.openapi)
    declared = Counter(failure for one in operations for failure in set(one.errors))
    yield from prose(
        "Every error has one shape. Programs read `code`, people `message`; `details` names",
        "the fields, and `request_id` finds the cause in the log.",
    )
    yield ""
    yield from fenced("json", _ENVELOPE)
    yield from prose("Clients that accept `application/problem+json` get RFC 9457 instead.")
    yield ""
    yield from table(
        HEAD,
        (_row(one, f"{count} of {len(operations)}") for one, count in sorted(declared.items())),
    )
    seen = {one.code for one in declared}
    rest = [one for one in catalogue() if one.code not in seen]
    yield from prose("Before an operation is found, or where a field of it asks for it:")
    yield ""
    yield from table(HEAD, (_row(one, "any") for one in rest))


_ENVELOPE = (
    "{",
    '  "error": {',
    '    "code": "validation_error",',
    '    "message": "The request is not valid.",',
    '    "details": [{"field": "title", "code": "required", "message": "This is required."}],',
    '    "timestamp": "2026-11-20T08:00:00Z",',
    '    "request_id": "3f0c9a51d2b86e47000000000001"',
    "  }",
    "}",
)


def _row(one: Failure, operations: str) -> tuple[str, str, str, str, str]:
    return str(one.status), code(one.code), one.message, one.remedy, operations
