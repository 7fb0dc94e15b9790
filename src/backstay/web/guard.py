"""Guard: every protection in one pass around the application, written as plain ASGI."""

import asyncio
import logging

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backstay.errors import BackstayError, BadRequest
from backstay.errors.envelope import CLOSE
from backstay.telemetry.logging import request_id
from backstay.web.bodies import Bodies
from backstay.web.deadlines import Deadlines
from backstay.web.exchange import Exchange
from backstay.web.gate import Gate
from backstay.web.headers import SecurityHeaders
from backstay.web.observer import Observer
from backstay.web.reply import Reply, error_reply, send_reply

logger = logging.getLogger("backstay.web")


class Guard:
    """Request id, access log, metrics, security headers, gate, deadline, and the last catch-all.

    The catch-all never re-raises: a server that sees an exception closes the connection without
    a word, and the next request on it fails.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        gate: Gate,
        observer: Observer,
        deadlines: Deadlines,
        headers: SecurityHeaders,
        bodies: Bodies,
    ) -> None:
        self._app = app
        self._gate = gate
        self._observer = observer
        self._deadlines = deadlines
        self._headers = headers
        self._bodies = bodies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Guard one request; other protocols pass."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        exchange = scope["backstay"] = Exchange(scope["headers"])
        request_id.set(exchange.request_id)
        head = scope["method"] == "HEAD"
        if head:
            scope["method"] = "GET"

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                if exchange.unread:
                    await self._bodies.drain(receive, exchange, message["status"])
                exchange.status = message["status"]
                message["headers"] = [*message["headers"], *self._own_headers(scope, exchange)]
            elif head:
                message["body"] = b""
            await send(message)

        task = asyncio.current_task()
        assert task is not None
        self._deadlines.start(task, exchange)
        self._gate.load.start()
        try:
            reply = await self._pass(scope, receive, guarded, exchange)
            # an answer on its way cannot be taken back: then there is nothing right left to say
            if reply is not None and not exchange.status:
                await send_reply(reply, guarded)
        finally:
            self._gate.load.end()
            self._deadlines.end(task)
            self._observer.tell(scope, exchange)

    async def _pass(
        self, scope: Scope, receive: Receive, send: Send, exchange: Exchange
    ) -> Reply | None:
        failure: BackstayError | None
        try:
            reply = await self._gate.admit(scope, exchange)
            if reply is None:
                await self._app(scope, self._bodies.watched(receive, exchange), send)
        except BackstayError as error:
            failure = error
        except asyncio.CancelledError:
            task = asyncio.current_task()
            if exchange.expired is None or task is None:
                raise
            task.uncancel()
            failure = exchange.expired
        except ConnectionResetError:
            # chunks that are none end like a client that has left
            failure = BadRequest(headers=[CLOSE]) if exchange.content_length is None else None
        except Exception:
            logger.exception("request failed", extra={"route": exchange.route})
            failure = BackstayError()
        else:
            return reply
        return None if failure is None else error_reply(failure, exchange.request_id)

    def _own_headers(self, scope: Scope, exchange: Exchange) -> list[tuple[bytes, bytes]]:
        own = [(b"x-request-id", exchange.request_id.encode()), *self._headers.of(scope["path"])]
        if exchange.limited is not None:
            policy, left = exchange.limited
            own += [(b"ratelimit-policy", policy), (b"ratelimit", left)]
        if exchange.origin is not None or self._gate.origins.varies:
            own += self._gate.origins.of(exchange.origin)
        return own
