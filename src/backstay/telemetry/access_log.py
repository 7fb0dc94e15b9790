"""The access log: one JSON line per request, cheap to make, written in batches (R-152)."""

import asyncio
import os
from time import time
from typing import Any

import msgspec

FLUSH_SECONDS = 0.1
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
    """Lines gather for a tenth of a second, then go out in one write."""

    def __init__(self, descriptor: int = 1) -> None:
        self._descriptor = descriptor
        self._lines: list[Line] = []

    def write(self, line: Line) -> None:
        """Take one line; it is written soon."""
        if not self._lines:
            asyncio.get_running_loop().call_later(FLUSH_SECONDS, self.flush)
        self._lines.append(line)

    def flush(self) -> None:
        """Write what has gathered."""
        if self._lines:
            block = _encode_lines(self._lines)
            self._lines.clear()
            os.write(self._descriptor, block)


def stamp() -> float:
    """Seconds since the epoch, to the millisecond."""
    return round(time(), 3)
