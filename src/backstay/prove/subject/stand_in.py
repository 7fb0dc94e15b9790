"""Stand-in: takes the place of a service that the subject calls, and fails at everything."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

_ANSWER = b"HTTP/1.1 500 Internal Server Error\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"


class StandIn:
    """A server on this machine; `heard` is how often it was asked."""

    def __init__(self) -> None:
        self.heard = 0
        self.url = ""

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection: one request, one 500."""
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            await reader.readuntil(b"\r\n\r\n")
            self.heard += 1
            writer.write(_ANSWER)
            await writer.drain()
        writer.close()


@asynccontextmanager
async def failing() -> AsyncIterator[StandIn]:
    """A stand-in, until the block ends."""
    stand_in = StandIn()
    async with await asyncio.start_server(stand_in.answer, "127.0.0.1", 0) as server:
        stand_in.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        yield stand_in
