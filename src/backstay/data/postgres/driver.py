"""Postgres: single statements on any free link, everything else in a transaction."""

import asyncio
from collections.abc import Sequence
from types import TracebackType
from typing import Any

import asyncpg
from sqlalchemy import Dialect
from sqlalchemy.dialects.postgresql import asyncpg as sqlalchemy_asyncpg

from backstay.data.driver import Rows, Write
from backstay.data.postgres.combine import combine
from backstay.data.postgres.link import Link
from backstay.data.postgres.pool import Pool
from backstay.data.postgres.refusals import LOST, refuse
from backstay.data.postgres.transaction import PostgresTransaction
from backstay.data.prepared import Prepared

_REFUSED = (asyncpg.PostgresError, asyncpg.InterfaceError, OSError)


class Postgres:
    """The driver for PostgreSQL; `wait` for a connection and `timeout` of statements in seconds."""

    def __init__(self, url: str, *, size: int, overflow: int, wait: float, timeout: float) -> None:
        self.dialect: Dialect = sqlalchemy_asyncpg.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy's
        self.pool = Pool(url, size=size, overflow=overflow, wait=wait, timeout=timeout)

    async def open(self) -> None:
        """Connect; DatabaseUnavailable when nobody answers."""
        await self.pool.open()

    async def close(self) -> None:
        """Let go of every connection."""
        await self.pool.close()

    async def fetch(self, prepared: Prepared, arguments: list[Any]) -> Rows:
        """Rows as they are now."""
        pool = self.pool
        link = pool.free.pop() if pool.free else await pool.take()
        with _Lent(pool, link):
            return await link.fetch(prepared, arguments)

    async def commit(self, writes: Sequence[Write]) -> None:
        """One statement for one write, and for key and insert together; else one transaction."""
        single = writes[0] if len(writes) == 1 else combine(writes, self.dialect)
        if single is None:
            await (await PostgresTransaction.begin(self.pool)).run(writes)
            return
        pool = self.pool
        link = pool.free.pop() if pool.free else await pool.take()
        with _Lent(pool, link):
            await link.write(single)

    async def begin(self) -> PostgresTransaction:
        """Open a transaction."""
        return await PostgresTransaction.begin(self.pool)

    def usage(self) -> tuple[int, int]:
        """Connections in use, and the most that there may be."""
        return len(self.pool.links) - len(self.pool.free), self.pool.most

    def waited(self) -> float:
        """Seconds that a request would wait for a link now."""
        return self.pool.queue.seconds()


class _Lent:
    """Takes a link back after one statement; one of unknown state is dropped, never reused."""

    __slots__ = ("_link", "_pool")

    def __init__(self, pool: Pool, link: Link) -> None:
        self._pool = pool
        self._link = link

    def __enter__(self) -> None:
        """It is lent already."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        lost = error is not None and isinstance(error, (*LOST, asyncio.CancelledError))
        if lost or self._link.driver.is_closed():
            self._pool.drop(self._link)
        else:
            self._pool.give_back(self._link)
        if error is not None and isinstance(error, _REFUSED):
            refuse(error)
