"""Holding a table: a transaction of the prover's own that everybody else must wait for."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing

import asyncpg


@asynccontextmanager
async def held_sqlite(connection: sqlite3.Connection) -> AsyncIterator[None]:
    """Nobody else writes; SQLite has one writer for all tables. Closes the connection."""
    with closing(connection):
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.rollback()


@asynccontextmanager
async def held_postgres(url: str, table: str) -> AsyncIterator[None]:
    """Nobody else reads or writes the table, as while a migration hangs; `table` is quoted."""
    connection = await asyncpg.connect(url)
    try:
        async with connection.transaction():
            await connection.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
            yield
    finally:
        await connection.close()
