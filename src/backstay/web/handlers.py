"""Exception handlers for stock FastAPI: every error leaves in the one envelope (R-080)."""

import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from backstay.data.idempotency import KeyUsed
from backstay.errors import BackstayError, BeyondCalendar, MethodNotAllowed, NotFound
from backstay.web.exchange import exchange_of
from backstay.web.keys import replay
from backstay.web.refusals import validation_refusal
from backstay.web.reply import error_reply

logger = logging.getLogger("backstay.web")

_KNOWN: dict[int, type[BackstayError]] = {
    kind.status: kind for kind in (NotFound, MethodNotAllowed)
}


def install(service: FastAPI) -> None:
    """Give a service its handlers; a project may replace any of them."""
    service.add_exception_handler(BackstayError, _domain)
    service.add_exception_handler(KeyUsed, _replayed)
    service.add_exception_handler(HTTPException, _http)
    service.add_exception_handler(RequestValidationError, _invalid)
    service.add_exception_handler(OverflowError, _beyond)
    service.add_exception_handler(Exception, _unexpected)


async def _domain(request: Request, error: Any) -> Response:
    return error_reply(error, exchange_of(request.scope).request_id).response()


async def _replayed(request: Request, error: Any) -> Response:
    del error
    return (await replay(exchange_of(request.scope))).response()


async def _http(request: Request, error: Any) -> Response:
    """What Starlette itself refuses, or a project's own HTTPException."""
    if isinstance(error.__cause__, BackstayError):
        # FastAPI hides whatever the reading of a body raises behind a 400 of its own
        return await _domain(request, error.__cause__)
    given = [
        (name.lower().encode(), value.encode()) for name, value in (error.headers or {}).items()
    ]
    known = _KNOWN.get(error.status_code)
    if known is not None:
        return await _domain(request, known(headers=given))
    response = await _domain(request, BackstayError(str(error.detail), (), given, "error"))
    response.status_code = error.status_code
    return response


async def _invalid(request: Request, error: Any) -> Response:
    return await _domain(request, validation_refusal(error.errors(), _body_model(request)))


async def _beyond(request: Request, error: Any) -> Response:
    """Sums of times are the only ones that Python cannot work out, however large the numbers."""
    logger.warning("a sum of times left the calendar: %s", error)
    return await _domain(request, BeyondCalendar())


async def _unexpected(request: Request, error: Exception) -> Response:
    """Starlette raises it again after this answer, so that the guard logs it."""
    del error
    return await _domain(request, BackstayError())


def _body_model(request: Request) -> Any:
    plan = getattr(request.scope.get("route"), "plan", None)
    return plan.body if plan is not None else None
