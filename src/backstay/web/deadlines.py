"""Deadlines: one timer for all requests; whatever takes too long is given up."""

import asyncio
from time import perf_counter
from typing import Any

from backstay.web.exchange import Exchange

TICK = 0.1


class Deadlines:
    """The running requests in the order in which they began, and so in which they end."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._open: dict[asyncio.Task[Any], Exchange] = {}
        self._timer: asyncio.TimerHandle | None = None

    def start(self, task: asyncio.Task[Any], exchange: Exchange) -> None:
        """Watch a request."""
        self._open[task] = exchange
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(TICK, self._expire)

    def end(self, task: asyncio.Task[Any]) -> None:
        """Watch it no longer."""
        del self._open[task]

    def _expire(self) -> None:
        oldest = perf_counter() - self._seconds
        for task, exchange in self._open.items():
            if exchange.started > oldest:
                break
            if not exchange.expired:
                exchange.expired = True
                task.cancel()
        loop = asyncio.get_running_loop()
        self._timer = loop.call_later(TICK, self._expire) if self._open else None
