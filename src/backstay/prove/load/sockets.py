"""Sockets: each caller's connections, from a loopback address of their own."""

import asyncio

from backstay.prove.load.wire import Answer, BrokenError, Connection

OWN = "127.0.0.1"


class Sockets:
    """Connections to one subject; a caller who asks twice at once gets a second one.

    Args: port, of the subject; seconds, after which an answer is given up; host, of the subject,
    where it is not 127.0.0.1: then callers have no addresses of their own.
    """

    def __init__(self, port: int, seconds: float, host: str = OWN) -> None:
        self._port = port
        self._host = host
        self._seconds = seconds
        self._free: dict[str, list[Connection]] = {}
        self._all: set[Connection] = set()

    async def ask(self, address: str, request: bytes) -> Answer:
        """The answer to one request from that address.

        Raises: BrokenError, TimeoutError, OSError when nobody listens.
        """
        connection = await self._taken(address)
        try:
            async with asyncio.timeout(self._seconds):
                answer = await connection.ask(request)
        except (BrokenError, TimeoutError, asyncio.CancelledError):
            connection.close()  # an answer that comes later would be taken for the next one
            self._all.discard(connection)
            raise
        self._free[address].append(connection)
        return answer

    def close(self) -> None:
        """Close every connection."""
        for connection in self._all:
            connection.close()
        self._all.clear()
        self._free.clear()

    async def _taken(self, address: str) -> Connection:
        free = self._free.setdefault(address, [])
        while free:
            connection = free.pop()
            if connection.open:
                return connection
            self._all.discard(connection)
        loop = asyncio.get_running_loop()
        own = (address, 0) if self._host == OWN else None
        _, connection = await loop.create_connection(
            Connection, self._host, self._port, local_addr=own
        )
        self._all.add(connection)
        return connection


def address_of(place: int) -> str:
    """A loopback address for the caller with that place, from 127.0.1.1 on."""
    return f"127.0.{1 + place // 250}.{1 + place % 250}"
