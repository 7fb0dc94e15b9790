"""Guard: every protection in one pass around the application, written as plain ASGI."""

import asyncio
import logging

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backstay.auth.tokens import Tokens
from backstay.errors import BackstayError, BodyTooLarge, DeadlineExceeded
from backstay.telemetry.logging import request_id
from backstay.web.deadlines import Deadlines
from backstay.web.exchange import Exchange
from backstay.web.headers import SecurityHeaders
from backstay.web.observer import Observer
from backstay.web.rates import Rates
from backstay.web.reply import Reply, error_reply, send_reply

logger = logging.getLogger("backstay.web")


class Guard:
    """Request id, access log, metrics, security headers, limits, deadline, and the last catch-all.

    The catch-all never re-raises: a server that sees an exception closes the connection without
    a word, and the next request on it fails.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        tokens: Tokens,
        observer: Observer,
        rates: Rates,
        deadlines: Deadlines,
        headers: SecurityHeaders,
        body_limit: int,
    ) -> None:
        self._app = app
        self._tokens = tokens
        self._observer = observer
        self._rates = rates
        self._deadlines = deadlines
        self._headers = headers
        self._body_limit = body_limit

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
                exchange.status = message["status"]
                message["headers"] = [*message["headers"], *self._own_headers(scope, exchange)]
            elif head:
                message["body"] = b""
            await send(message)

        task = asyncio.current_task()
        assert task is not None
        self._deadlines.start(task, exchange)
        try:
            reply = await self._pass(scope, receive, guarded, exchange)
            # an answer on its way cannot be taken back: then there is nothing right left to say
            if reply is not None and not exchange.status:
                await send_reply(reply, guarded)
        finally:
            self._deadlines.end(task)
            self._observer.tell(scope, exchange)

    async def _pass(
        self, scope: Scope, receive: Receive, send: Send, exchange: Exchange
    ) -> Reply | None:
        try:
            self._check_limits(scope, exchange)
            await self._app(scope, self._counted(receive, exchange), send)
        except BackstayError as error:
            return error_reply(error, exchange.request_id)
        except asyncio.CancelledError:
            task = asyncio.current_task()
            if not exchange.expired or task is None:
                raise
            task.uncancel()
            return error_reply(DeadlineExceeded(), exchange.request_id)
        except ConnectionResetError:
            return None
        except Exception:
            logger.exception("request failed", extra={"route": exchange.route})
            return error_reply(BackstayError(), exchange.request_id)
        return None

    def _check_limits(self, scope: Scope, exchange: Exchange) -> None:
        caller = self._tokens.remembered(exchange.authorization)
        exchange.caller = caller
        client = scope["client"]
        exchange.limited = self._rates.take(
            caller.user_id if caller else client[0] if client else "unknown"
        )
        length = exchange.content_length
        if length is not None and not (length.isdigit() and int(length) <= self._body_limit):
            raise BodyTooLarge

    def _counted(self, receive: Receive, exchange: Exchange) -> Receive:
        """A body without a length is counted while it comes in."""
        if exchange.content_length is not None:
            return receive
        seen = 0

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self._body_limit:
                raise BodyTooLarge
            return message

        return counted

    def _own_headers(self, scope: Scope, exchange: Exchange) -> list[tuple[bytes, bytes]]:
        own = [(b"x-request-id", exchange.request_id.encode()), *self._headers.of(scope["path"])]
        if exchange.limited is not None:
            own += [(b"ratelimit-policy", self._rates.policy), (b"ratelimit", exchange.limited)]
        return own
