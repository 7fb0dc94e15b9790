"""A transaction over several awaits: the writer thread serves it alone until it ends."""

import asyncio
import sqlite3
from queue import Empty, SimpleQueue
from threading import Lock
from typing import Any

from backstay.data.driver import Rows, Write
from backstay.data.prepared import Prepared
from backstay.data.sqlite.connection import named
from backstay.data.sqlite.units import Job, Unit, attempt, settled, tell, write_all
from backstay.data.sqlite.writer import Writer
from backstay.errors import DatabaseUnavailable


class SqliteTransaction:
    """BEGIN IMMEDIATE ... COMMIT; a deferred upgrade to a write lock would ignore busy_timeout."""

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._loop = asyncio.get_running_loop()
        self._steps: SimpleQueue[tuple[Job, asyncio.Future[Any]]] = SimpleQueue()
        self._started: asyncio.Future[None] = self._loop.create_future()
        self._over = False
        self._door = Lock()

    @classmethod
    async def begin(cls, writer: Writer, patience: float) -> "SqliteTransaction":
        """Wait for the writer thread, then open the transaction there."""
        transaction = cls(patience)
        writer.put(Unit(transaction._serve, alone=True))
        try:
            await settled(transaction._started)
        except asyncio.CancelledError:
            # nobody will come back for it: free the writer thread
            transaction._step(_roll_back)
            raise
        return transaction

    async def fetch(self, prepared: Prepared, arguments: list[Any]) -> Rows:
        """Rows as this transaction sees them."""
        rows: Rows = await self._done(
            lambda connection: connection.execute(prepared.sql, arguments).fetchall()
        )
        return rows

    async def write(self, write: Write) -> None:
        """Run one write now."""
        await self._done(lambda connection: write_all(connection, [write]))

    async def commit(self) -> None:
        """Keep everything, or raise and keep nothing."""
        await self._done(_commit)

    async def rollback(self) -> None:
        """Keep nothing."""
        await self._done(_roll_back)

    def _serve(self, connection: sqlite3.Connection) -> None:
        """In the writer thread: one step after another until the transaction is over."""
        begun = attempt(connection, lambda it: it.execute("BEGIN IMMEDIATE"))
        outcome = begun if isinstance(begun, Exception) else None
        tell(self._loop, [self._started], [outcome])
        while connection.in_transaction:
            try:
                job, done = self._steps.get(timeout=self._patience)
            except Empty:
                # nobody comes back for it, and every other writer waits
                attempt(connection, _roll_back)
                break
            tell(self._loop, [done], [attempt(connection, job)])
        with self._door:
            self._over = True
        while not self._steps.empty():
            job, done = self._steps.get()
            tell(self._loop, [done], [None if job is _roll_back else DatabaseUnavailable()])

    async def _done(self, job: Job) -> Any:
        return await settled(self._step(job))

    def _step(self, job: Job) -> "asyncio.Future[Any]":
        """Have something done in the writer thread; once it is over, only rollback succeeds."""
        done: asyncio.Future[Any] = self._loop.create_future()
        with self._door:
            if not self._over:
                self._steps.put((job, done))
            elif job is _roll_back:
                done.set_result(None)
            else:
                done.set_result(DatabaseUnavailable())
        return done


def _commit(connection: sqlite3.Connection) -> None:
    try:
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        _roll_back(connection)
        raise named(error) from error


def _roll_back(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        connection.execute("ROLLBACK")
