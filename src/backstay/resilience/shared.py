"""Quotas that several workers share through Redis; without it each keeps its own, and says so."""

import asyncio
from collections.abc import Callable
from time import monotonic, time
from typing import Any, NamedTuple

from limits import RateLimitItemPerSecond
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from limits.storage import storage_from_string

from backstay.resilience.buckets import MOST_KEPT, Buckets
from backstay.resilience.quotas import Left, Quota

PATIENCE = 0.03
"""Seconds that a request waits for Redis; a frozen one costs this once in `AWAY`."""

TIMEOUTS: dict[str, Any] = {"socket_timeout": 1.0, "socket_connect_timeout": 1.0}
AWAY = 2.0
"""Seconds for which Redis is left alone once it did not answer."""

LEASED_FOR = 1.0
"""Seconds in which a worker uses up what it took in one round trip."""

LEASES_PER_QUOTA = 100
"""A worker takes up to a hundredth of a quota at once, so that few requests wait for Redis."""


class _Lease(NamedTuple):
    size: int
    permits: int
    until: float
    remaining: int
    reset: int


class Store:
    """The Redis behind all quotas of a process, and whether it answers.

    Args: url; failed, told whenever a request had to do without it.
    """

    def __init__(self, url: str, failed: Callable[[], None], prefix: str = "backstay") -> None:
        from redis.asyncio import ConnectionPool  # noqa: PLC0415 who shares nothing needs no Redis

        self._pool = ConnectionPool.from_url(url, **TIMEOUTS)
        options: dict[str, Any] = {"connection_pool": self._pool, "key_prefix": prefix}
        storage: Any = storage_from_string(f"async+{url}", implementation="redispy", **options)
        self.limiter = SlidingWindowCounterRateLimiter(storage)
        self.failed = failed
        self._back_at = 0.0

    @property
    def away(self) -> bool:
        """Whether it did not answer a moment ago."""
        return monotonic() < self._back_at

    async def close(self) -> None:
        """Let go of every connection."""
        await self._pool.disconnect()

    def lost(self) -> None:
        """It did not answer."""
        self._back_at = monotonic() + AWAY


class SharedBuckets:
    """One quota for all workers; as Buckets, but it may have to ask."""

    def __init__(self, quota: Quota, store: Store) -> None:
        self.quota = quota
        self._store = store
        self._own = Buckets(quota)
        self._item = RateLimitItemPerSecond(quota.requests, int(max(quota.seconds, 1)))
        self._at_once = max(1, quota.requests // LEASES_PER_QUOTA)
        self._leases: dict[object, _Lease] = {}

    async def take(self, key: object) -> Left:
        """Take one request out of the shared bucket of a key, or out of our own without Redis."""
        lease = self._leases.get(key)
        if lease is not None and lease.permits and monotonic() < lease.until:
            left = lease.remaining - 1
            self._leases[key] = lease._replace(permits=lease.permits - 1, remaining=left)
            return Left(True, max(left, 0), lease.reset)
        if self._store.away:
            self._store.failed()
            return self._own.take(key)
        try:
            async with asyncio.timeout(PATIENCE):
                return await self._ask(key)
        except Exception:  # noqa: BLE001 whatever Redis does, no request fails because of it
            self._store.lost()
            self._store.failed()
            return self._own.take(key)

    async def look(self, key: object) -> Left:
        """What taking would find, with nothing taken."""
        if self._store.away:
            return self._own.look(key)
        try:
            async with asyncio.timeout(PATIENCE):
                stats = await self._store.limiter.get_window_stats(
                    self._item, self.quota.name, str(key)
                )
        except Exception:  # noqa: BLE001 as above
            self._store.lost()
            self._store.failed()
            return self._own.look(key)
        reset = _seconds(stats.reset_time)
        return Left(stats.remaining > 0, stats.remaining, reset, reset)

    async def _ask(self, key: object) -> Left:
        limiter, item, name = self._store.limiter, self._item, str(key)
        permits = self._size(self._leases.get(key))
        if not await limiter.hit(item, self.quota.name, name, cost=permits):
            permits = 1
            if not await limiter.hit(item, self.quota.name, name):
                stats = await limiter.get_window_stats(item, self.quota.name, name)
                wait = _seconds(stats.reset_time)
                return Left(False, 0, wait, wait)
        stats = await limiter.get_window_stats(item, self.quota.name, name)
        reset = _seconds(stats.reset_time)
        remaining = stats.remaining + permits - 1
        if len(self._leases) > MOST_KEPT:
            self._leases.clear()
        held = self._leases.get(key)  # somebody else may have asked meanwhile
        kept = held.permits if held is not None and monotonic() < held.until else 0
        until = monotonic() + LEASED_FOR
        self._leases[key] = _Lease(permits, permits - 1 + kept, until, remaining, reset)
        return Left(True, remaining, reset)

    def _size(self, before: _Lease | None) -> int:
        """One for who is slow, for what lapses is lost; twice as much as before for who is fast."""
        if before is None or before.permits or monotonic() >= before.until:
            return 1
        return min(2 * before.size, self._at_once)


def _seconds(at: float) -> int:
    """From now until a time of the wall clock, whole and never none."""
    return max(1, int(at - time()))
