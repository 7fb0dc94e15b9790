"""The rows of every service: 500 readers with 100 tasks each, and 500 posters without any.

`python -m bench.rows` fills the generated timetrack; it runs in that project's folder.
"""

import asyncio
import os
from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from sqlalchemy import Table, insert
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from backstay.auth.tables import SESSIONS

USERS = 500
PER_USER = 100
STATES = ("pending", "in_progress", "completed")
START = datetime(2025, 1, 1, microsecond=123456, tzinfo=UTC)
LATEST = START + timedelta(days=3650)
CHUNK = 5000


def reader(number: int) -> UUID:
    return uuid5(NAMESPACE_URL, f"reader {number}")


def poster(number: int) -> UUID:
    return uuid5(NAMESPACE_URL, f"poster {number}")


def task(number: int) -> UUID:
    """Task n belongs to reader n modulo 500."""
    return uuid5(NAMESPACE_URL, f"task {number}")


def users() -> list[dict[str, Any]]:
    ids = [reader(n) for n in range(USERS)] + [poster(n) for n in range(USERS)]
    return [
        {"id": one, "email": f"{one.hex}@example.com", "name": f"User {place}"}
        for place, one in enumerate(ids)
    ]


def tasks() -> list[dict[str, Any]]:
    return [
        {
            "id": task(number),
            "owner_id": reader(number % USERS),
            "title": f"Task number {number}",
            "description": f"Describe task {number}: " + "lorem ipsum dolor sit amet " * 4,
            "status": STATES[number % 3],
            "created_at": START + timedelta(seconds=number),
            "updated_at": START + timedelta(seconds=number + 60),
        }
        for number in range(USERS * PER_USER)
    ]


async def fill(engine: AsyncEngine, table: Table, rows: list[dict[str, Any]]) -> None:
    async with engine.begin() as connection:
        for start in range(0, len(rows), CHUNK):
            await connection.execute(insert(table), rows[start : start + CHUNK])


async def _fill_timetrack() -> None:
    ours, theirs = import_module("src.models.task"), import_module("src.models.user")
    times = {"created_at": START, "updated_at": START}
    hidden = {"row_version": 1, "role": "member", "is_active": True, "password_hash": "none"}
    people = [{**user, **times, **hidden} for user in users()]
    work = [{**one, "row_version": 1, "status": ours.TaskStatus(one["status"])} for one in tasks()]
    session = {"generation": 0, "created_at": START, "rotated_at": START, "expires_at": LATEST}
    # a session has the id of its account: there is one of each
    sessions = [{"id": p["id"], "account_id": p["id"], **session} for p in people]
    engine = create_async_engine(os.environ["BENCH_URL"])
    for table, rows in (
        (theirs.User.__table__, people),
        (SESSIONS, sessions),
        (ours.Task.__table__, work),
    ):
        await fill(engine, table, rows)
    await engine.dispose()


if __name__ == "__main__":
    asyncio.run(_fill_timetrack())
