"""/health lives, /ready can serve: red without a database, a migration, or the newest one."""

import sqlite3
from contextlib import closing

import pytest

from backstay.web import health
from tests.desk.app import serving


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("SELECT 1", "ok"),
        ("UPDATE alembic_version SET version_num = '0000'", "pending"),
        ("DELETE FROM alembic_version", "pending"),
        ("DROP TABLE alembic_version", "none has run"),
    ],
)
async def test_ready_compares_the_migrations(sqlite_url: str, sql: str, found: str):
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as raw, raw:
        raw.execute(sql)
    async with serving(sqlite_url) as desk:
        answer = await desk.client.get("http://desk/ready")
        good = found == "ok"
        assert answer.status_code == (200 if good else 503)
        assert answer.json() == {
            "status": "ready" if good else "not_ready",
            "checks": {"database": "ok", "migrations": found},
        }
        assert (await desk.client.get("http://desk/health")).json() == {"status": "healthy"}


async def test_the_database_is_asked_at_most_once_a_second(sqlite_url: str, monkeypatch):
    now = 100.0
    monkeypatch.setattr(health, "monotonic", lambda: now)
    async with serving(sqlite_url) as desk:
        asked: list[object] = []
        fetch = desk.database.driver.fetch

        async def counted(prepared: object, arguments: object) -> object:
            asked.append(prepared)
            return await fetch(prepared, arguments)

        desk.database.driver.fetch = counted
        for _ in range(5):
            await desk.client.get("http://desk/ready")
        assert len(asked) == 1
        now += 1.0
        await desk.client.get("http://desk/ready")
        assert len(asked) == 2
