"""OperationRoute: a FastAPI route that knows its policy, its idempotency and its ETag."""

import functools
import inspect
from collections.abc import Callable, Coroutine
from contextvars import ContextVar
from typing import Any

from fastapi import Request
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from backstay.data.idempotency import KeyUsed
from backstay.errors import BackstayError
from backstay.web.answers import finished
from backstay.web.declared import declared
from backstay.web.exchange import Exchange, exchange_of
from backstay.web.keys import check_key, first_answer, note_key
from backstay.web.plan import Plan
from backstay.web.queries import read_query, refuse_unknown_query
from backstay.web.reading import check_media, read_json
from backstay.web.reply import Reply, is_whole

Handler = Callable[[Request], Coroutine[Any, Any, Response]]

_CURRENT: ContextVar[Exchange | None] = ContextVar("backstay_exchange", default=None)


class StrictRequest(Request):
    """FastAPI reads its JSON through our strict reader."""

    async def json(self) -> Any:
        """The body's value, or the refusal with its exact code."""
        return read_json(await self.body())


class OperationRoute(APIRoute):
    """Declared like any FastAPI route, and answered by its compiled plan where there is one.

    Stock FastAPI answers with the same policy, strictness, keys and ETags.
    """

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:
        self.operation = getattr(endpoint, "operation", endpoint)
        self.plan = Plan(self.operation)
        methods = options.get("methods") or ("GET",)
        options["responses"] = declared(options.get("responses") or {}, self.plan, methods)
        super().__init__(path, _noting(self.operation), **options)

    def get_route_handler(self) -> Handler:
        """FastAPI's own extension point, and the only one that it calls for every inclusion."""
        stock = super().get_route_handler()
        plan = self.plan

        async def handle(request: Request) -> Response:
            exchange = exchange_of(request.scope)
            if plan.allow is not None:
                await plan.allow.admit(request.app.state.tokens, exchange)
            check_key(exchange, request.method)
            if plan.query is None:
                refuse_unknown_query(request.scope["query_string"])
            else:
                read_query(request.scope["query_string"])
            if plan.body is not None:
                check_media(exchange)
            strict = StrictRequest(request.scope, request.receive)
            body = await strict.body() if exchange.idempotency_key else b""
            state = request.app.state
            note_key(exchange, request.method, request.url.path, body, state.settings)
            if exchange.key is None:
                return await _answer(exchange, stock, strict)
            async with state.in_flight.alone(exchange.key):
                return await _answer(exchange, stock, strict)

        return handle


async def _answer(exchange: Exchange, stock: Handler, request: Request) -> Response:
    token = _CURRENT.set(exchange)
    try:
        response = await stock(request)
    except BackstayError:
        repeated = await first_answer(exchange)
        if repeated is None:
            raise
        raise KeyUsed from None
    finally:
        _CURRENT.reset(token)
    if not is_whole(response):
        return response
    reply = Reply.of(response)
    finished(exchange, reply, request.scope)
    if exchange.key and exchange.work:
        exchange.key.keep(exchange.work, reply.packed())
    response.status_code, response.body = reply.status, reply.body
    response.raw_headers[:] = reply.headers
    return response


def _noting(endpoint: Callable[..., Any]) -> Callable[..., Any]:
    """The endpoint, leaving its result on the exchange: headers are made of the row itself."""
    threaded = not inspect.iscoroutinefunction(endpoint)
    call = functools.partial(run_in_threadpool, endpoint) if threaded else endpoint

    @functools.wraps(endpoint)
    async def noting(**arguments: Any) -> Any:
        result = await call(**arguments)
        exchange = _CURRENT.get()
        if exchange is not None:
            exchange.result = result
        return result

    noting.operation = endpoint  # type: ignore[attr-defined]  # functions may carry any
    return noting
