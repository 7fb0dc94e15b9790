"""The servers that tests use where they answer: PostgreSQL and Redis, and what is said without.

BACKSTAY_TEST_POSTGRES names a server's maintenance database, BACKSTAY_TEST_REDIS a database of
Redis. Without one a test is skipped by what it leaves unproven; where CI is set it fails.
"""

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn
from uuid import uuid4

import asyncpg
import pytest
from redis import Redis
from redis.exceptions import ConnectionError as Lost

POSTGRES = os.environ.get("BACKSTAY_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")
REDIS = os.environ.get("BACKSTAY_TEST_REDIS", "redis://127.0.0.1:6379/9")


@contextmanager
def own_postgres(purpose: str, claim: str) -> Iterator[str]:
    """The URL of an empty PostgreSQL database, dropped at the end.

    Args: purpose, a word of the database's name; claim, what is unproven without a server.
    """
    name = f"backstay_{purpose}_{uuid4().hex}"
    try:
        rows_of(POSTGRES, f"CREATE DATABASE {name}")
    except OSError:
        _absent("PostgreSQL at BACKSTAY_TEST_POSTGRES", claim)
    yield f"{POSTGRES.rpartition('/')[0]}/{name}"
    rows_of(POSTGRES, f"DROP DATABASE {name} WITH (FORCE)")


def rows_of(url: str, statement: str) -> list[tuple[Any, ...]]:
    """Run one statement on a PostgreSQL database, and give its rows."""

    async def run() -> list[tuple[Any, ...]]:
        connection = await asyncpg.connect(url)
        try:
            return [tuple(row) for row in await connection.fetch(statement)]
        finally:
            await connection.close()

    return asyncio.run(run())


def redis_there(claim: str) -> str:
    """The URL of Redis. Args: claim, what is unproven without one."""
    try:
        with Redis.from_url(REDIS) as redis:
            redis.ping()
    except Lost:
        _absent("Redis at BACKSTAY_TEST_REDIS", claim)
    return REDIS


def _absent(server: str, claim: str) -> NoReturn:
    said = f"no {server}: that {claim} is left unproven"
    if os.environ.get("CI") == "true":
        pytest.fail(said)
    pytest.skip(said)
