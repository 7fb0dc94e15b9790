"""Reads: short ones on the loop, long or locked ones in a thread, errors in our words."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text

from backstay.data.prepared import Prepared
from backstay.data.sqlite.driver import Sqlite
from backstay.data.sqlite.transaction import _roll_back
from backstay.data.sqlite.units import Unit, tell
from backstay.errors import DatabaseUnavailable

COUNT = """WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < {most})
SELECT count(*) FROM n"""


@pytest.fixture
async def driver(sqlite_url: str) -> AsyncIterator[Sqlite]:
    driver = Sqlite(sqlite_url.removeprefix("sqlite:///"), timeout=5.0)
    await driver.open()
    yield driver
    await driver.close()


def prepared(driver: Sqlite, sql: str) -> Prepared:
    return Prepared(text(sql), driver.dialect)


async def test_a_long_read_leaves_the_loop_free(driver: Sqlite):
    beats = 0

    async def beat() -> None:
        nonlocal beats
        while True:
            beats += 1
            await asyncio.sleep(0)

    heart = asyncio.create_task(beat())
    short = await driver.fetch(prepared(driver, COUNT.format(most=10)), [])
    assert (short[0][0], beats) == (10, 0)
    long = await driver.fetch(prepared(driver, COUNT.format(most=300_000)), [])
    heart.cancel()
    assert long[0][0] == 300_000
    assert beats > 10
    assert driver.usage() == (2, 2)
    assert driver.waited() == 0


async def test_a_read_that_meets_a_lock_waits_in_a_thread(driver: Sqlite, monkeypatch):
    class Locked:
        def execute(self, *_):
            error = sqlite3.OperationalError("database is locked")
            error.sqlite_errorcode = sqlite3.SQLITE_BUSY | 1 << 8
            raise error

        def close(self) -> None:
            pass

    with monkeypatch.context() as patch:
        patch.setattr(driver, "_reader", Locked())
        assert (await driver.fetch(prepared(driver, "SELECT 1"), []))[0][0] == 1


@pytest.mark.parametrize("most", [1, 300_000])
async def test_a_mistake_in_a_read_is_raised_as_it_is(driver: Sqlite, most: int):
    overflow = f"max(abs(iif(x = {most}, -9223372036854775807 - 1, x)))"
    sql = COUNT.format(most=most).replace("count(*)", overflow)
    with pytest.raises(sqlite3.Error, match="overflow"):
        await driver.fetch(prepared(driver, sql), [])


async def test_a_transaction_that_is_over_takes_no_more_steps(driver: Sqlite):
    transaction = await driver.begin()
    await transaction.commit()
    await transaction.rollback()
    with pytest.raises(DatabaseUnavailable):
        await transaction.fetch(prepared(driver, "SELECT 1"), [])


async def test_steps_that_wait_behind_the_end_are_refused(driver: Sqlite):
    transaction = await driver.begin()
    ended = transaction._step(lambda connection: connection.execute("ROLLBACK"))
    behind = [transaction._step(lambda connection: None) for _ in range(20)]
    last = transaction._step(_roll_back)
    await ended
    outcomes = await asyncio.gather(*behind, return_exceptions=True)
    assert {type(one) for one in outcomes} == {DatabaseUnavailable}
    await last


async def test_a_mistake_inside_a_transaction_leaves_it_usable(driver: Sqlite):
    transaction = await driver.begin()
    with pytest.raises(sqlite3.OperationalError):
        await transaction.fetch(prepared(driver, "SELECT nothing"), [])
    assert (await transaction.fetch(prepared(driver, "SELECT 1"), []))[0][0] == 1
    await transaction.rollback()


async def test_a_begin_that_is_cancelled_frees_the_writer(driver: Sqlite):
    first = await driver.begin()
    waiting = asyncio.create_task(driver.begin())
    await asyncio.sleep(0.02)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    await first.rollback()

    last = await driver.begin()
    await last.rollback()


def test_news_for_a_loop_that_has_ended_is_for_nobody():
    loop = asyncio.new_event_loop()
    future = loop.create_future()
    loop.close()
    tell(loop, [future], [None])
    assert not future.done()


async def test_a_future_that_was_given_up_is_left_alone():
    unit = Unit(lambda connection: None)
    unit.done.cancel()
    tell(unit.loop, [unit.done], [None])
    await asyncio.sleep(0)
    assert unit.done.cancelled()


async def test_a_rollback_after_the_end_is_nothing(driver: Sqlite):
    transaction = await driver.begin()
    first, second = transaction._step(_roll_back), transaction._step(_roll_back)
    outcomes = await asyncio.gather(first, second)
    assert not any(outcomes)
