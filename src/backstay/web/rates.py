"""Rate limits: a token bucket per caller, or per address where nobody is signed in (C-51)."""

from time import time
from uuid import UUID

from backstay.errors import TooManyRequests

MOST_KEPT = 50_000


class Rates:
    """One number per caller says when its bucket will be full again (GCRA).

    Args: requests, how many fit into the bucket; seconds, how long it takes to fill.
    """

    def __init__(self, requests: int, seconds: float) -> None:
        self._step = seconds / requests
        self._slack = seconds
        self._full: dict[UUID | str, float] = {}
        self.policy = f'"default";q={requests};w={seconds:.0f}'.encode()

    def take(self, key: UUID | str) -> bytes:
        """Take one request out of a bucket; gives the RateLimit header's value.

        Raises: TooManyRequests when it is empty.
        """
        now = time()
        full = max(self._full.get(key, 0.0), now)
        left = now + self._slack - full
        if left < self._step:
            raise TooManyRequests(int(self._step - left) + 1)
        self._full[key] = full + self._step
        if len(self._full) > MOST_KEPT:
            self._full = {name: at for name, at in self._full.items() if at > now}
        remaining = int(left / self._step) - 1
        return b'"default";r=%d;t=%d' % (remaining, full + self._step - now)
