"""What the runtime itself may answer instead of a route, for the document of that route.

Whoever writes a route declares what its service raises; limits, deadlines, policies, bodies and
keys are the runtime's, so it declares them here, from the same errors that it raises.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from backstay.errors import (
    BackstayError,
    BadRequest,
    BodyTooLarge,
    DatabaseUnavailable,
    DeadlineExceeded,
    HeadersTooLarge,
    HostNotAllowed,
    HostRequired,
    HttpsRequired,
    IdempotencyKeyInvalid,
    IdempotencyKeyReused,
    JsonInvalid,
    JsonTooDeep,
    KeyInFlight,
    Overloaded,
    PoolExhausted,
    RequestTimeout,
    TokenInvalid,
    TooManyRequests,
    Unauthorized,
    Unprocessable,
    UnsupportedMediaType,
    UriTooLong,
)
from backstay.web.error_schema import ENVELOPE, errors
from backstay.web.plan import Plan

Kinds = tuple[type[BackstayError], ...]
Responses = dict[int | str, dict[str, Any]]

GUARD: Kinds = (
    BadRequest,
    HostRequired,
    HostNotAllowed,
    HttpsRequired,
    RequestTimeout,
    BodyTooLarge,
    UriTooLong,
    TooManyRequests,
    HeadersTooLarge,
    BackstayError,
    Overloaded,
    DeadlineExceeded,
)
"""What the guard may answer to any request, whatever it asks for."""

CALLER: Kinds = (Unauthorized, TokenInvalid)
BODY: Kinds = (JsonInvalid, JsonTooDeep, UnsupportedMediaType)
KEY: Kinds = (IdempotencyKeyInvalid, IdempotencyKeyReused, KeyInFlight)


def runtime_errors(plan: Plan, methods: Iterable[str]) -> Iterator[type[BackstayError]]:
    """What the runtime may answer instead of an endpoint, or while it waits for the database.

    Every operation refuses unknown parameters.
    """
    yield from (*GUARD, Unprocessable, DatabaseUnavailable, PoolExhausted)
    if plan.allow is not None:
        yield from CALLER
    if plan.body is not None:
        yield from BODY
    if plan.allow is not None and "POST" in methods:
        yield from KEY


def declared(said: Mapping[int | str, Any], plan: Plan, methods: Iterable[str]) -> Responses:
    """What a route says that it answers, and what the runtime adds.

    Args: said, the route's own `responses`; plan; methods, those of the route.
    """
    own = {int(status) if str(status).isdigit() else status: said[status] for status in said}
    return own | {
        status: _joined(own[status], ours) if status in own else ours
        for status, ours in errors(*runtime_errors(plan, methods)).items()
    }


def _joined(said: dict[str, Any], ours: dict[str, Any]) -> dict[str, Any]:
    """Both, where both are errors of the family; else what the route says stands."""
    theirs = said.get("content", {}).get("application/json", {})
    if theirs.get("schema") != ENVELOPE:
        return said
    examples = ours["content"]["application/json"]["examples"] | theirs["examples"]
    shown = dict(sorted(examples.items()))
    return {
        "description": " ".join(dict.fromkeys(one["summary"] for one in shown.values())),
        "content": {"application/json": {"schema": ENVELOPE, "examples": shown}},
    }
