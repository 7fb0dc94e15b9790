"""Deadlines: one timer for all requests; whatever takes too long is given up."""

import asyncio
from time import perf_counter
from typing import Any

from backstay.errors import DeadlineExceeded, RequestTimeout
from backstay.web.exchange import Exchange

TICK = 0.1


class Deadlines:
    """The running requests.

    Args: seconds, for operations that promise nothing else; most, for all whatever they promise;
    body, for the client to send its body.
    """

    def __init__(self, seconds: float, *, most: float, body: float) -> None:
        self._seconds = seconds
        self._most = most
        self._body = body
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
        now = perf_counter()
        for task, exchange in self._open.items():
            if exchange.expired is not None:
                continue
            if exchange.receiving:
                late = now - exchange.started > self._body
                exchange.expired = RequestTimeout() if late else None
            elif now - exchange.since > min(exchange.deadline or self._seconds, self._most):
                exchange.expired = DeadlineExceeded()
            if exchange.expired is not None:
                task.cancel()
        loop = asyncio.get_running_loop()
        self._timer = loop.call_later(TICK, self._expire) if self._open else None
