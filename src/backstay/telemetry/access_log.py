"""The access log: one JSON line per request, cheap to make, written in batches (R-152)."""

import asyncio
import os
from select import select
from time import time
from typing import Any

import msgspec

FLUSH_SECONDS = 0.1
MOST_WAITING = 10_000
MOST_LEFT = 4 * 1024 * 1024  # bytes
PIECE = 4096
"""Bytes; a pipe that can be written at all takes so many at once (POSIX, PIPE_BUF)."""

_encode_lines = msgspec.json.Encoder().encode_lines


class Line(msgspec.Struct):
    """One request. The path is given only where it was understood: others may hold secrets."""

    timestamp: float
    request_id: str
    method: str
    route: str
    path: str | None
    status: int
    ms: float
    db_ms: float
    queries: int
    client: str | None
    user_id: Any
    event: str = "request"
    level: str = "info"


class AccessLog:
    """Lines gather for a tenth of a second, then go out in one write.

    A reader that stands still never holds a request: beyond MOST_WAITING lines are dropped.

    Attributes:
        dropped: how many lines were lost so far.
    """

    def __init__(self, descriptor: int = 1) -> None:
        self.dropped = 0
        self._descriptor = descriptor
        self._lines: list[Line] = []
        self._left = b""
        self._timed = False

    def write(self, line: Line) -> None:
        """Take one line; it is written soon."""
        if not self._timed:
            self._timed = True
            asyncio.get_running_loop().call_later(FLUSH_SECONDS, self._due)
        if len(self._lines) < MOST_WAITING:
            self._lines.append(line)
        else:
            self.dropped += 1

    def flush(self) -> None:
        """Write what has gathered, as far as that needs no waiting."""
        if self._lines and len(self._left) < MOST_LEFT:
            self._left += _encode_lines(self._lines)
            self._lines.clear()
        block, done = self._left, 0
        try:
            while done < len(block) and self._writable():
                done += os.write(self._descriptor, block[done : done + PIECE])
            self._left = block[done:]
        except OSError:  # nobody reads any more
            self.dropped += block.count(b"\n", done)
            self._left = b""

    def _due(self) -> None:
        self._timed = False
        self.flush()

    def _writable(self) -> bool:
        """Whether a piece can be written without waiting; a file always takes it."""
        return bool(select([], [self._descriptor], [], 0)[1])


def stamp() -> float:
    """Seconds since the epoch, to the millisecond."""
    return round(time(), 3)
