"""Bodies: counted and timed while they come in, and taken off the line where they are refused."""

import asyncio
from contextlib import suppress
from time import perf_counter

from starlette.types import Message, Receive

from backstay.errors import BodyTooLarge
from backstay.web.exchange import Exchange

DRAINED = 8
"""How many times the limit is read and dropped, so that the client gets to read its refusal."""

DRAIN_SECONDS = 2.0
BUSY_BYTES = 64 * 1024
_BUSY = {429, 503}


class Bodies:
    """Args: limit, the greatest body in bytes."""

    def __init__(self, limit: int) -> None:
        self._limit = limit

    def watched(self, receive: Receive, exchange: Exchange) -> Receive:
        """A `receive` that knows how much has come, and whether more has to."""
        if not exchange.unread:
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
                exchange.receiving = exchange.unread = False
                exchange.since = perf_counter()
            return message

        return watching

    async def drain(self, receive: Receive, exchange: Exchange, status: int) -> None:
        """Read on and drop it: a server that answers past an unread body resets the connection.

        Not for long, not for whoever says that far too much will come or has stopped sending, and
        not where there is no time for anybody.
        """
        exchange.receiving = exchange.unread = False
        length = exchange.content_length or b"0"
        most = BUSY_BYTES if status in _BUSY else DRAINED * self._limit
        if exchange.expired is not None or not length.isdigit() or int(length) > most:
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(DRAIN_SECONDS):
                message = await receive()
                while message.get("more_body") and most > 0:
                    most -= len(message.get("body", b""))
                    message = await receive()
