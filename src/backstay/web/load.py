"""Load: how late the event loop is, and who is turned away while it is late (R-134)."""

import asyncio
import random
from collections import Counter

from starlette.types import Scope

from backstay.errors import Overloaded

TICK = 0.05
RANKS = ("lists", "reads", "writes", "auth", "health")
"""Who is turned away first; health never is."""

_PROBES = {"/health", "/ready"}
_ID = 32
"""Characters of an id without its dashes: the path of one row ends with one."""


class Load:
    """Measures the lag while there are requests; each further rank goes at twice the lag.

    Args: lag, the seconds at which lists are turned away; 0 turns nobody away.
    """

    def __init__(self, lag: float) -> None:
        self._least = lag
        self._loop: asyncio.AbstractEventLoop | None = None
        self._due = 0.0
        self._before = 0.0
        self._busy = 0
        self.lag = 0.0
        self.level = 0
        self.shed: Counter[str] = Counter()

    def start(self) -> None:
        """A request has come; the timer runs as long as some do."""
        self._busy += 1
        if self._loop is None and self._least:
            self._loop = asyncio.get_running_loop()
            self._arm()

    def end(self) -> None:
        """It has been answered."""
        self._busy -= 1

    def check(self, scope: Scope) -> None:
        """Raise Overloaded for what there is no time for."""
        rank = rank_of(scope["method"], scope["path"])
        if RANKS.index(rank) < self.level:
            self.shed[rank] += 1
            raise Overloaded(retry_after=random.randint(1, 3))  # noqa: S311 spreads the retries

    def _arm(self) -> None:
        assert self._loop is not None
        self._due = self._loop.time() + TICK
        self._loop.call_at(self._due, self._tick)

    def _tick(self) -> None:
        assert self._loop is not None
        late = self._loop.time() - self._due
        # one late tick is a hiccup; two in a row are load
        self.lag, self._before = min(late, self._before), late
        self.level = self._level()
        if self._busy:
            self._arm()
            return
        self._loop = None
        self.lag = self._before = 0.0
        self.level = 0

    def _level(self) -> int:
        level = 0
        while level < len(RANKS) - 1 and self.lag > self._least * 2**level:
            level += 1
        return level


def rank_of(method: str, path: str) -> str:
    """The class of a request, from method and path alone: routing it would cost more."""
    if path in _PROBES:
        return "health"
    if "/auth/" in path:
        return "auth"
    if method not in {"GET", "HEAD"}:
        return "writes"
    last = path.rpartition("/")[2]
    return "reads" if len(last.replace("-", "")) >= _ID else "lists"
