"""Generations: a number per table that every write counts up, so that older answers are missed."""

import asyncio
from contextlib import suppress
from typing import Any


class Generations:
    """Counted in this process, or in the shared store for all workers.

    Args: store, a cashews cache; shared, whether other workers use it too.
    """

    def __init__(self, store: Any, *, shared: bool) -> None:
        self._store = store
        self._shared = shared
        self._own: dict[str, int] = {}
        self._told: set[asyncio.Task[None]] = set()
        self._untold: set[str] = set()

    @property
    def pending(self) -> bool:
        """Whether other workers have not heard of a write yet."""
        return bool(self._told or self._untold)

    def count_up(self, table: str) -> None:
        """A write to the table is committed."""
        if not self._shared:
            self._own[table] = self._own.get(table, 0) + 1
            return
        self._untold.add(table)
        task = asyncio.get_running_loop().create_task(self._try(table))
        self._told.add(task)
        task.add_done_callback(self._told.discard)

    async def settle(self) -> None:
        """Wait until the others know; what could not be told is told again. May raise."""
        if self._told:
            await asyncio.wait(self._told)
        for table in tuple(self._untold):
            await self._tell(table)

    async def of(self, tables: tuple[str, ...]) -> str:
        """The generations of some tables, as part of a key."""
        if not self._shared:
            return ".".join(str(self._own.get(table, 0)) for table in tables)
        found = await self._store.get_many(*(f"generation:{table}" for table in tables))
        return ".".join(str(one or 0) for one in found)

    async def _try(self, table: str) -> None:
        with suppress(Exception):  # it stays untold, and nothing kept is used until it is told
            await self._tell(table)

    async def _tell(self, table: str) -> None:
        await self._store.incr(f"generation:{table}")
        self._untold.discard(table)
