"""Bodies: counted and timed while they come in, and taken off the line where they are refused."""

import asyncio
from contextlib import suppress
from time import perf_counter

from starlette.types import Message, Receive, Scope

from backstay.errors import BodyTooLarge
from backstay.web.exchange import Exchange

DRAINED = 8
"""How many times the limit is read and dropped, so that the client gets to read its refusal."""

DRAIN_SECONDS = 2.0
_EMPTY = {None, b"0"}


class Bodies:
    """Args: limit, the greatest body in bytes."""

    def __init__(self, limit: int) -> None:
        self._limit = limit

    def watched(self, scope: Scope, receive: Receive, exchange: Exchange) -> Receive:
        """A `receive` that knows how much has come, and whether more has to."""
        if exchange.content_length in _EMPTY and scope["method"] in {"GET", "DELETE"}:
            return receive
        seen = 0

        async def watching() -> Message:
            nonlocal seen
            exchange.receiving = True
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self._limit:
                raise BodyTooLarge
            if not message.get("more_body"):
                exchange.receiving, exchange.since = False, perf_counter()
            return message

        return watching

    async def drain(self, receive: Receive, exchange: Exchange) -> None:
        """Read on and drop it; whoever says no length, or sends far too much, is cut off."""
        length = exchange.content_length or b""
        exchange.receiving = False
        if not length.isdigit() or int(length) > DRAINED * self._limit:
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(DRAIN_SECONDS):
                while (await receive()).get("more_body"):
                    pass
