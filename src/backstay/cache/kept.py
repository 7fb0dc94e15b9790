"""KeptAnswers: answers by key, for some seconds, made once however many wait for one."""

import asyncio
import warnings
from collections import Counter
from collections.abc import Awaitable, Callable
from hashlib import blake2b
from time import monotonic
from typing import Any, NamedTuple

from backstay.cache.generations import Generations

MOST_KEPT = 10_000
MOST_BYTES = 256 * 1024
PATIENCE = 0.05
"""Seconds that a request waits for Redis before it does without."""

AWAY = 2.0
"""Seconds for which Redis is left alone once it did not answer."""


class Kept(NamedTuple):
    """A good answer: its headers, and its body as text."""

    headers: list[tuple[str, str]]
    body: str


Make = Callable[[], Awaitable[Kept | None]]


class KeptAnswers:
    """In the memory of this process, or in Redis for all workers; JSON, never pickle.

    Args: redis_url, empty for memory; prefix, of all keys.
    Attributes: counts, how often it hit, missed, and had to do without Redis.
    """

    def __init__(self, redis_url: str = "", prefix: str = "backstay:cache") -> None:
        from cashews import Cache  # noqa: PLC0415 it loads slowly, and comes with the extra `redis`

        self._store: Any = Cache()
        shared = bool(redis_url)
        if shared:
            options: dict[str, Any] = {
                "suppress": False,
                "pickle_type": "json",
                "socket_timeout": 1,
            }
            self._store.setup(redis_url, middlewares=(_prefixed(prefix),), **options)
        else:
            self._store.setup("mem://", size=MOST_KEPT, check_interval=10, pickle_type="null")
        self._generations = Generations(self._store, shared=shared)
        self._running: dict[str, asyncio.Future[Kept | None]] = {}
        self._beginning, self._begun = asyncio.Lock(), False
        self._back_at = 0.0
        self.counts: Counter[str] = Counter()

    async def answer(
        self, key: str, tables: tuple[str, ...], seconds: float, make: Make
    ) -> Kept | None:
        """The kept answer, or a new one, which is kept; None where there is nothing to keep.

        Args: key, whatever tells answers apart; tables, whose writes empty it; seconds; make,
        called by one of those who ask at the same time. What it raises, the others do not hear.
        """
        name = None
        if monotonic() >= self._back_at:
            name = await self._found(self._name(key, tables))
        if name is None:
            return await make()
        kept = await self._found(self._store.get(name))
        if kept is not None:
            self.counts["hit"] += 1
            return Kept(*kept)
        running = self._running.get(name)
        if running is not None and (made := await asyncio.shield(running)) is not None:
            self.counts["shared"] += 1
            return made
        return await self._made(name, seconds, make)

    def touch(self, table: str) -> None:
        """A write to a table is committed: answers made of it are old."""
        self._generations.count_up(table)

    @property
    def pending(self) -> bool:
        """Whether other workers have not heard of a write yet."""
        return self._generations.pending

    async def settle(self) -> None:
        """Wait until other workers know of our writes; not for long."""
        await self._found(self._generations.settle())

    async def close(self) -> None:
        """Let go of Redis."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # cashews calls an older name
            await self._store.close()

    async def _name(self, key: str, tables: tuple[str, ...]) -> str:
        async with self._beginning:
            if not self._begun:  # left to itself, cashews begins once for each of many at once
                await self._store.init()
            self._begun = True
        if self._generations.pending:
            await self._generations.settle()
        generations = await self._generations.of(tables)
        return blake2b(f"{generations} {key}".encode(), digest_size=20).hexdigest()

    async def _made(self, name: str, seconds: float, make: Make) -> Kept | None:
        self.counts["miss"] += 1
        future = self._running[name] = asyncio.get_running_loop().create_future()
        made: Kept | None = None
        try:
            made = await make()
        finally:
            if self._running.get(name) is future:
                del self._running[name]
            future.set_result(made)
        if made is not None and len(made.body) <= MOST_BYTES:
            await self._found(self._store.set(name, list(made), expire=seconds))
        return made

    async def _found(self, asked: Awaitable[Any]) -> Any:
        """What the store says, or None where it does not answer in time."""
        try:
            async with asyncio.timeout(PATIENCE):
                return await asked
        except Exception:  # noqa: BLE001 whatever Redis does, no request fails because of it
            self._back_at = monotonic() + AWAY
            self.counts["lost"] += 1
            return None


def _prefixed(prefix: str) -> Any:
    from cashews.helpers import add_prefix  # noqa: PLC0415 as above

    return add_prefix(f"{prefix}:")
