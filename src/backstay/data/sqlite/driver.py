"""Sqlite: one reader on the loop, one writer thread, a thread of its own for each long read."""

import asyncio
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from typing import Any

from sqlalchemy import Dialect
from sqlalchemy.dialects import sqlite as sqlalchemy_sqlite

from backstay.data.driver import Rows, Write
from backstay.data.prepared import Prepared
from backstay.data.sqlite.connection import connect, named
from backstay.data.sqlite.transaction import SqliteTransaction
from backstay.data.sqlite.units import Unit, settled, write_all
from backstay.data.sqlite.writer import Writer

SHORT = 20_000
"""Steps of SQLite's machine, about a millisecond on the loop; a longer read moves to a thread."""

_NOT_ON_THE_LOOP = {sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_BUSY}
"""Longer than that, or waiting for a lock: a thread can do both."""


class Sqlite:
    """The driver for one SQLite file; an idle transaction ends after `timeout` seconds."""

    def __init__(self, path: str, *, timeout: float) -> None:
        self.dialect: Dialect = sqlalchemy_sqlite.dialect(paramstyle="qmark")
        self._path = path
        self._timeout = timeout
        self._reader: sqlite3.Connection | None = None
        self._writer: Writer | None = None

    async def open(self) -> None:
        """Open reader and writer; DatabaseUnavailable when the file cannot be opened."""
        self._reader = connect(self._path)
        self._reader.set_progress_handler(lambda: 1, SHORT)
        self._reader.execute("PRAGMA busy_timeout=0")
        self._writer = Writer(self._path)

    async def close(self) -> None:
        """Finish what is queued, then close."""
        writer, self._writer = self._writer, None
        reader, self._reader = self._reader, None
        if writer is not None:
            await asyncio.to_thread(writer.close)
        if reader is not None:
            reader.close()

    async def fetch(self, prepared: Prepared, arguments: list[Any]) -> Rows:
        """Rows as they are now."""
        assert self._reader is not None, "open the database first"
        try:
            return self._reader.execute(prepared.sql, arguments).fetchall()
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _NOT_ON_THE_LOOP:
                raise named(error) from error
        return await asyncio.to_thread(self._fetch_long, prepared.sql, arguments)

    async def commit(self, writes: Sequence[Write]) -> None:
        """Run the writes as one atomic step, together with what else waits."""
        assert self._writer is not None, "open the database first"
        writes = tuple(writes)
        unit = Unit(lambda connection: write_all(connection, writes))
        self._writer.put(unit)
        await settled(unit.done)

    async def begin(self) -> SqliteTransaction:
        """Open a transaction; every other writer waits until it ends."""
        assert self._writer is not None, "open the database first"
        return await SqliteTransaction.begin(self._writer, self._timeout)

    def usage(self) -> tuple[int, int]:
        """One reader and one writer, always."""
        return 2, 2

    def waited(self) -> float:
        """None: reads take their time on the loop, and writers do not keep them waiting."""
        return 0.0

    def _fetch_long(self, sql: str, arguments: list[Any]) -> Rows:
        with closing(connect(self._path)) as connection:
            try:
                return connection.execute(sql, arguments).fetchall()
            except sqlite3.Error as error:
                raise named(error) from error
