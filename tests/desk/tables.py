"""The desk's tables, made and emptied on either database."""

import sqlite3
from contextlib import closing
from pathlib import Path

import asyncpg
from sqlalchemy import create_engine
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.schema import Table

from backstay.data import Entity
from tests.desk import models

REVISION = "0001"


def own() -> list[Table]:
    """The desk's tables and Backstay's own, parents first; not those of other tests."""
    assert models.Note.__tablename__ == "desk_notes"
    every = Entity.metadata.sorted_tables
    return [table for table in every if table.name.startswith(("desk_", "backstay_"))]


def create_sqlite(path: Path) -> None:
    engine = create_engine(f"sqlite:///{path}")
    Entity.metadata.create_all(engine, own())
    engine.dispose()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        connection.execute("INSERT INTO alembic_version VALUES (?)", [REVISION])


async def create_postgres(url: str) -> None:
    engine = create_async_engine(url.replace("postgresql://", "postgresql+asyncpg://"))
    async with engine.begin() as connection:
        await connection.run_sync(lambda sync: Entity.metadata.create_all(sync, own()))
    await engine.dispose()
    raw = await asyncpg.connect(url)
    await raw.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
    await raw.execute(f"INSERT INTO alembic_version VALUES ('{REVISION}')")
    await raw.close()


async def empty_postgres(url: str) -> None:
    """Delete every row; DELETE is ten times faster here than TRUNCATE."""
    deletions = [f"DELETE FROM {table.name}" for table in reversed(own())]
    raw = await asyncpg.connect(url)
    await raw.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND application_name = 'backstay'"
    )
    await raw.execute("; ".join(["SET synchronous_commit = off", *deletions]))
    await raw.close()
