"""Dispatcher: compiled operations in front of FastAPI's router; all else goes through untouched."""

from typing import Any

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backstay.errors import BackstayError
from backstay.web.compiled import Unsure
from backstay.web.exchange import exchange_of
from backstay.web.reply import Reply, error_reply, send_reply
from backstay.web.routes import Found, routes_of

Node = dict[Any, Any]
_HERE, _ANY = 0, 1  # no text, so that no path segment can be mistaken for them
_STOCK = "backstay.stock"


class Dispatcher:
    """Finds the operation by method and path segments, and answers it when it is compiled."""

    def __init__(self, app: ASGIApp, service: FastAPI, *, direct: bool = True) -> None:
        self._app = app
        self._service = service
        self._direct = direct
        self._table: dict[str, Node] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or hand over to stock FastAPI with nothing used up."""
        if scope["type"] != "http" or _STOCK in scope:
            await self._app(scope, receive, send)
            return
        segments = scope["path"].split("/")
        found = self._find(scope["method"], segments)
        exchange = exchange_of(scope)
        if found is not None:
            exchange.route, exchange.deadline = found.template, found.deadline
        if found is None or found.compiled is None or not self._compiling(scope):
            scope[_STOCK] = True
            await self._app(scope, receive, send)
            return
        body = _Body(receive)
        reply: Reply | Response
        try:
            reply = await found.compiled.answer(scope, exchange, segments, body.read)
        except Unsure:
            scope[_STOCK] = True
            await self._app(scope, body.again, send)
            return
        except BackstayError as error:
            reply = error_reply(error, exchange.request_id)
        except Exception as error:  # noqa: BLE001 the project's handlers first, then the guard
            reply = await self._handled(error, scope)
        if isinstance(reply, Reply):
            await send_reply(reply, send)
        else:
            await reply(scope, receive, send)

    def _compiling(self, scope: Scope) -> bool:
        return (
            self._direct and not self._service.dependency_overrides and not scope.get("root_path")
        )

    def _find(self, method: str, segments: list[str]) -> Found | None:
        if self._table is None:
            self._table = _table(routes_of(self._service))
        node = self._table.get(method)
        for segment in segments:
            if node is None:
                return None
            node = node.get(segment) or (node.get(_ANY) if segment else None)
        return node.get(_HERE) if node else None

    async def _handled(self, error: Exception, scope: Scope) -> Reply:
        """The answer of the handler that Starlette would choose; without one, raise."""
        handlers = self._service.exception_handlers
        status = handlers.get(error.status_code) if isinstance(error, HTTPException) else None
        kinds = [kind for kind in type(error).__mro__ if kind in handlers and kind is not Exception]
        handler: Any = status or (handlers[kinds[0]] if kinds else None)
        if handler is None:
            raise error
        return Reply.of(await handler(Request(scope), error))


class _Body:
    """The request's body, read once, and given again to stock FastAPI where that must answer."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._chunks: list[bytes] = []
        self._complete = False

    async def read(self) -> bytes:
        while not self._complete:
            message = await self._receive()
            if message["type"] == "http.disconnect":
                raise ConnectionResetError
            self._chunks.append(message.get("body", b""))
            self._complete = not message.get("more_body")
        return self._chunks[0] if len(self._chunks) == 1 else b"".join(self._chunks)

    async def again(self) -> Message:
        if not self._complete:
            return await self._receive()
        body = await self.read()
        self._complete, self._chunks = False, []
        return {"type": "http.request", "body": body, "more_body": False}


def _table(routes: list[Found]) -> dict[str, Node]:
    table: dict[str, Node] = {}
    for found in routes:
        node = table.setdefault(found.method, {})
        for part in found.template.split("/"):
            node = node.setdefault(_ANY if part[:1] == "{" else part, {})
        # the first declared route wins, as in Starlette; a stock route holds its place too
        node.setdefault(_HERE, found)
    return table
