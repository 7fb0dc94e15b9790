"""Breaker: a dependency that fails too often is left alone for a while (R-126)."""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from backstay.errors import Unavailable

State = str
MOST_KEPT = 1000


class BreakerOpen(Unavailable):
    """The dependency failed too often a moment ago; it was not asked."""

    code, message = "dependency_unavailable", "A service that this one needs is not available."


class Breaker:
    """Opens on the rate of failures over a window, not on a few in a row: those make it flap.

    Args: failure_threshold, the share of calls that may fail, 0 to 1; window, in seconds; least,
    the calls in a window that make a rate; recovery_timeout, seconds until it tries again; probes,
    how many calls are let through then, all of which must succeed.
    """

    def __init__(
        self,
        *,
        failure_threshold: float = 0.5,
        window: float = 30.0,
        least: int = 10,
        recovery_timeout: float = 10.0,
        probes: int = 2,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._threshold = failure_threshold
        self._window = window
        self._least = least
        self._recovery = recovery_timeout
        self._probes = probes
        self._clock = clock
        self._calls: deque[tuple[float, bool]] = deque(maxlen=MOST_KEPT)
        self._opened: float | None = None
        self._running = 0
        self._good = 0

    @property
    def state(self) -> State:
        """Closed lets all through, open none, half open a few to see."""
        if self._opened is None:
            return "closed"
        return "half_open" if self._clock() - self._opened >= self._recovery else "open"

    @contextmanager
    def call(self, failures: tuple[type[BaseException], ...] = (Exception,)) -> Iterator[None]:
        """Around one call; what is raised and among `failures` counts against the dependency.

        Raises: BreakerOpen instead of running the block.
        """
        state = self.state
        if state == "open" or (state == "half_open" and self._running >= self._probes):
            raise BreakerOpen(retry_after=self._left())
        self._running += state == "half_open"
        try:
            yield
        except failures:
            self._note(state, good=False)
            raise
        else:
            self._note(state, good=True)
        finally:
            self._running -= state == "half_open"

    def _note(self, state: State, *, good: bool) -> None:
        now = self._clock()
        if state == "half_open":
            self._good = self._good + 1 if good else 0
            if not good:
                self._opened = now
            elif self._good >= self._probes:
                self._opened, self._good = None, 0
                self._calls.clear()
            return
        self._calls.append((now, good))
        while self._calls[0][0] < now - self._window:
            self._calls.popleft()
        failed = sum(not one for _, one in self._calls)
        if len(self._calls) >= self._least and failed / len(self._calls) >= self._threshold:
            self._opened, self._good = now, 0

    def _left(self) -> int:
        opened = self._opened or 0.0
        return max(1, round(opened + self._recovery - self._clock()))
