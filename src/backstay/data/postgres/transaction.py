"""BEGIN ... COMMIT on one link."""

import asyncio
from collections.abc import Sequence
from typing import Any

import asyncpg

from backstay.data.driver import Rows, Write
from backstay.data.postgres.link import Link
from backstay.data.postgres.pool import Pool
from backstay.data.postgres.refusals import LOST, refuse
from backstay.data.prepared import Prepared
from backstay.errors import Conflict, DatabaseUnavailable

_INTERRUPTED = (*LOST, DatabaseUnavailable, asyncio.CancelledError)
"""After these a statement may still be running, or its link is gone."""


class PostgresTransaction:
    """Holds one link from `begin` until `commit` or `rollback`, whichever way that ends."""

    def __init__(self, pool: Pool, link: Link) -> None:
        self._pool = pool
        self._link = link
        self._lost = False

    @classmethod
    async def begin(cls, pool: Pool) -> "PostgresTransaction":
        """Take a link and open a transaction on it."""
        link = await pool.take()
        try:
            await link.driver.execute("BEGIN")
        except BaseException as error:  # noqa: BLE001 raised again, cancellation too
            pool.drop(link)
            refuse(error)
        return cls(pool, link)

    async def fetch(self, prepared: Prepared, arguments: list[Any]) -> Rows:
        """Rows as this transaction sees them."""
        try:
            return await self._link.fetch(prepared, arguments)
        except BaseException as error:  # noqa: BLE001 raised again, cancellation too
            self._lost = isinstance(error, _INTERRUPTED)
            refuse(error)

    async def write(self, write: Write) -> None:
        """Run one write now."""
        try:
            await self._link.write(write)
        except BaseException as error:
            self._lost = isinstance(error, _INTERRUPTED)
            raise

    async def run(self, writes: Sequence[Write]) -> None:
        """All writes, then COMMIT; any failure rolls back and is raised."""
        try:
            for write in writes:
                await self.write(write)
        except BaseException:
            await self.rollback()
            raise
        await self.commit()

    async def commit(self) -> None:
        """COMMIT; a server that answers anything else has kept nothing."""
        if await self._end("COMMIT") != "COMMIT":
            raise Conflict

    async def rollback(self) -> None:
        """ROLLBACK; a link that cannot even do that is dropped, and the server rolls back."""
        await self._end("ROLLBACK")

    async def _end(self, word: str) -> str:
        if self._lost:
            # a server that does not answer would keep us waiting for ROLLBACK too
            self._pool.drop(self._link)
            if word == "COMMIT":
                raise DatabaseUnavailable
            return word
        try:
            answer: str = await self._link.driver.execute(word)
        except asyncpg.IntegrityConstraintViolationError as error:
            # a deferred constraint: the server has rolled back, and the link is idle again
            self._pool.give_back(self._link)
            refuse(error)
        except BaseException as error:  # noqa: BLE001 raised again, cancellation too
            self._pool.drop(self._link)
            if word == "ROLLBACK" and isinstance(error, (*LOST, asyncpg.PostgresError)):
                return word
            refuse(error)
        self._pool.give_back(self._link)
        return answer
