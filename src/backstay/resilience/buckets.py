"""Buckets: token buckets in the memory of one process (C-51)."""

from collections.abc import Callable
from time import monotonic

from backstay.resilience.quotas import Left, Quota

MOST_KEPT = 50_000
ROUNDING = 1e-7
"""Seconds that sums of clock readings may be off; the last request of a quota is not lost to it."""
PRUNED_EVERY = 1.0
"""Seconds; an attacker with many addresses must not make every request pay for the pruning."""


class Buckets:
    """One quota; a number per key says when its bucket will be full again (GCRA)."""

    def __init__(self, quota: Quota, clock: Callable[[], float] = monotonic) -> None:
        self.quota = quota
        self._clock = clock
        self._seconds = quota.seconds
        self._step = quota.seconds / quota.requests
        self._full: dict[object, float] = {}
        self._pruned = clock()

    def take(self, key: object) -> Left:
        """Take one request out of the bucket of a key."""
        now = self._clock()
        full = max(self._full.get(key, now), now)
        left = now + self._seconds - full
        if left + ROUNDING < self._step:
            return Left(False, 0, int(full - now) + 1, int(self._step - left) + 1)
        self._full[key] = full = full + self._step
        if len(self._full) > MOST_KEPT and now - self._pruned > PRUNED_EVERY:
            self._prune(now)
        return Left(True, int(left / self._step + 1e-9) - 1, int(full - now) + 1)

    def look(self, key: object) -> Left:
        """What taking would find, with nothing taken."""
        now = self._clock()
        left = now + self.quota.seconds - max(self._full.get(key, 0.0), now)
        if left + ROUNDING < self._step:
            return Left(False, 0, int(self.quota.seconds - left) + 1, int(self._step - left) + 1)
        return Left(True, int(left / self._step + 1e-9), int(self.quota.seconds - left))

    def forget(self, key: object) -> None:
        """Fill the bucket of a key."""
        self._full.pop(key, None)

    def _prune(self, now: float) -> None:
        """Drop what is full again; where that is too little, the half that came first."""
        self._pruned = now
        kept = [(key, full) for key, full in self._full.items() if full > now]
        self._full = dict(kept[-MOST_KEPT // 2 :] if len(kept) > MOST_KEPT else kept)
