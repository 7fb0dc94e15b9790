"""A link prepares each statement once, lets the oldest go, and survives a migration."""

from collections.abc import AsyncIterator

import asyncpg
import pytest
from sqlalchemy import text

from backstay.data.postgres import link as links
from backstay.data.postgres.driver import Postgres
from backstay.data.prepared import Prepared
from backstay.errors import Conflict, EditedMeanwhile, Unprocessable


@pytest.fixture
async def driver(postgres_url: str) -> AsyncIterator[Postgres]:
    driver = Postgres(postgres_url, size=1, overflow=1, wait=1.0, timeout=5.0)
    await driver.open()
    yield driver
    await driver.close()


async def ask(driver: Postgres, sql: str) -> object:
    rows = await driver.fetch(Prepared(text(sql), driver.dialect), [])
    return rows[0][0] if rows else None


async def test_the_oldest_statements_are_let_go(driver: Postgres, monkeypatch):
    monkeypatch.setattr(links, "MOST_STATEMENTS", 2)
    (link,) = driver.pool.links
    for number in (1, 2, 1, 3):
        assert await ask(driver, f"SELECT {number}") == number
    assert list(link.statements) == ["SELECT 2", "SELECT 3"]


async def test_a_statement_that_a_migration_made_stale_is_prepared_again(
    driver: Postgres, postgres_url: str
):
    raw = await asyncpg.connect(postgres_url)
    await raw.execute("CREATE TABLE stale (a int); INSERT INTO stale VALUES (7)")
    assert await ask(driver, "SELECT * FROM stale") == 7
    await raw.execute("ALTER TABLE stale ALTER a TYPE text")
    assert await ask(driver, "SELECT * FROM stale") == "7"
    await raw.execute("DROP TABLE stale")
    await raw.close()


@pytest.mark.parametrize(
    ("sql", "refusal"),
    [
        ("SELECT 2147483647 + 1", Unprocessable),
        ("SELECT repeat('x', 1073741824)", Unprocessable),
        ("DO $$ BEGIN RAISE deadlock_detected; END $$", EditedMeanwhile),
        ("DO $$ BEGIN RAISE serialization_failure; END $$", EditedMeanwhile),
        ("SELECT nothing", asyncpg.UndefinedColumnError),
        ("SELECT 1 / 0", Unprocessable),
    ],
)
async def test_what_the_server_refuses_in_the_domains_words(driver: Postgres, sql, refusal):
    with pytest.raises(refusal):
        await ask(driver, sql)
    assert await ask(driver, "SELECT 1") == 1
    assert driver.usage() == (0, 2)


async def test_a_commit_after_a_swallowed_mistake_keeps_nothing_and_says_so(driver: Postgres):
    transaction = await driver.begin()
    with pytest.raises(asyncpg.UndefinedColumnError):
        await transaction.fetch(Prepared(text("SELECT nothing"), driver.dialect), [])
    with pytest.raises(Conflict):
        await transaction.commit()
    assert driver.usage() == (0, 2)


async def test_closing_twice_is_closing_once(postgres_url: str):
    driver = Postgres(postgres_url, size=1, overflow=0, wait=1.0, timeout=5.0)
    await driver.open()
    link = await driver.pool.take()
    await driver.close()
    await driver.close()
    driver.pool.give_back(link)
    driver.pool.drop(link)
    assert driver.usage() == (0, 1)
    await driver.open()
    assert await ask(driver, "SELECT 1") == 1
    await driver.close()
