"""Load: how late everything is, and who is turned away while it is late (R-134)."""

import asyncio
import random
from collections import Counter
from collections.abc import Callable
from time import perf_counter

from starlette.types import Scope

from backstay.errors import Overloaded

TICK = 0.05
FEW = 20
"""So many requests since the last tick are no crowd: if they are late, the machine had a hiccup."""

RANKS = ("lists", "reads", "writes", "auth", "health")
"""Who is turned away first; health never is."""

_PROBES = {"/health", "/ready"}
_ID = 32
"""Characters of an id without its dashes: the path of one row ends with one."""


class Load:
    """Measures while there are requests; each further rank goes at twice the lateness.

    The event loop may be late, or the database: then the loop has time, and requests pile up before
    the connections. A crowd that comes at once is seen before the next tick: by how much that is
    overdue when its turn comes.

    Args: lag, the seconds at which lists are turned away; 0 turns nobody away; waited, the seconds
    that a request would wait for a connection, since it was last asked.
    """

    def __init__(self, lag: float, waited: Callable[[], float] = float) -> None:
        self._least = lag
        self._waited = waited
        self._loop: asyncio.AbstractEventLoop | None = None
        self._due = 0.0
        self._expected = 0.0
        self._before = 0.0
        self._busy = 0
        self._begun = 0
        self.lag = 0.0
        self.wait = 0.0
        self.level = 0
        self.shed: Counter[str] = Counter()

    def start(self) -> None:
        """A request has come; the timer runs as long as some do."""
        self._busy += 1
        self._begun += self._loop is not None
        if self._loop is None and self._least:
            self._loop = asyncio.get_running_loop()
            self._waited()
            self._arm()

    def end(self) -> None:
        """It has been answered."""
        self._busy -= 1

    def check(self, scope: Scope) -> None:
        """Raise Overloaded for what there is no time for."""
        level = self.level
        if self._begun > FEW:
            level = max(level, self._level(perf_counter() - self._expected))
        if not level:
            return
        rank = rank_of(scope["method"], scope["path"])
        if RANKS.index(rank) < level:
            self.shed[rank] += 1
            raise Overloaded(retry_after=random.randint(1, 3))  # noqa: S311 spreads the retries

    def _arm(self) -> None:
        assert self._loop is not None
        self._due = self._loop.time() + TICK
        self._expected = perf_counter() + TICK  # the loop's own clock stands still during a pass
        self._loop.call_at(self._due, self._tick)

    def _tick(self) -> None:
        assert self._loop is not None
        late = self._loop.time() - self._due
        # one late tick is a hiccup; two in a row are load
        self.lag, self._before = min(late, self._before), late
        self.wait = self._waited()
        self.level = self._level(max(self.lag, self.wait))
        self._begun = 0
        if self._busy:
            self._arm()
            return
        self._loop = None
        self.lag = self._before = self.wait = 0.0
        self.level = 0

    def _level(self, late: float) -> int:
        level = 0
        while level < len(RANKS) - 1 and late > self._least * 2**level:
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
