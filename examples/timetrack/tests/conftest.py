"""One service for all tests, and an empty database for each.

SQLite by default; TEST_DATABASE_URL names a PostgreSQL database, whose tables are emptied.
"""

import os
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from backstay.web import Service
from backstay.web.preflight import migrate
from httpx2 import ASGITransport, AsyncClient

from src.core.config import Settings
from src.main import create_app
from src.models import metadata
from tests.support import World

ROOT = Path(__file__).parent.parent
POSTGRES = os.environ.get("TEST_DATABASE_URL", "")
SECRET = "only-for-tests-0123456789abcdefghijklmnop"

Start = Callable[..., AbstractAsyncContextManager[Service]]


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a database at the newest migration."""
    if POSTGRES and os.environ.get("DATABASE_URL") == POSTGRES:
        pytest.exit("TEST_DATABASE_URL is DATABASE_URL, and tests delete every row", returncode=2)
    url = POSTGRES or f"sqlite:///{tmp_path_factory.mktemp('database')}/test.sqlite"
    migrate(ROOT, url)
    return url


@pytest.fixture(scope="session")
def start(database: str) -> Start:
    """Starts a service with the settings that a test wants to differ."""

    @asynccontextmanager
    async def started(**changes: Any) -> AsyncIterator[Service]:
        given: dict[str, Any] = {"database_url": database, "secret_key": SECRET}
        given |= {"environment": "test", "requests": 100_000}
        app = create_app(Settings(**(given | changes)))
        async with app.router.lifespan_context(app):
            yield app

    return started


@pytest.fixture(scope="session")
async def service(start: Start) -> AsyncIterator[Service]:
    """The service, started once."""
    async with start() as app:
        yield app


@pytest.fixture
async def world(service: Service, database: str) -> AsyncIterator[World]:
    """The service over an empty database."""
    await empty(database)
    transport = ASGITransport(service)
    async with AsyncClient(transport=transport, base_url="http://test/api/v1") as client:
        yield World(service, client)


async def empty(url: str) -> None:
    """Delete every row, of children before their parents."""
    deletions = [f'DELETE FROM "{table.name}"' for table in reversed(metadata().sorted_tables)]
    if POSTGRES:
        connection = await asyncpg.connect(url.replace("+asyncpg", ""))
        await connection.execute("; ".join(["SET synchronous_commit = off", *deletions]))
        await connection.close()
        return
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
        for deletion in deletions:
            connection.execute(deletion)
        connection.commit()
