"""Counting: where the quotas of a process are counted."""

from backstay.resilience.buckets import Buckets
from backstay.resilience.quotas import Quota
from backstay.resilience.shared import SharedBuckets, Store


class Counting:
    """In this process, or in Redis for all workers; called with a quota.

    Args: redis_url, empty for this process; prefix, of the keys there.

    Attributes: lost, how many requests had to do without Redis.
    """

    def __init__(self, redis_url: str, prefix: str = "backstay") -> None:
        self.lost = 0
        self._store = Store(redis_url, self._lose, f"{prefix}:rates") if redis_url else None

    def __call__(self, quota: Quota) -> Buckets | SharedBuckets:
        """A place to count one quota."""
        return SharedBuckets(quota, self._store) if self._store else Buckets(quota)

    async def close(self) -> None:
        """Let go of Redis."""
        if self._store is not None:
            await self._store.close()

    def _lose(self) -> None:
        self.lost += 1
