"""The pool: no request ever loses a link to it, however that request ends."""

import asyncio

import asyncpg
import pytest

from backstay.data.postgres.driver import Postgres
from backstay.errors import DatabaseUnavailable, PoolExhausted
from tests.data.postgres.pooled import ask, sleep, sleeping


async def settled(driver: Postgres) -> bool:
    """Nothing is lent, and every link works: as many questions at once as there may be links."""
    answers = await asyncio.gather(*(ask(driver) for _ in range(driver.pool.most)))
    return answers == [1] * driver.pool.most and len(driver.pool.free) == len(driver.pool.links)


async def test_links_are_opened_as_needed_and_used_last_in_first_out(driver: Postgres):
    assert len(driver.pool.links) == 1
    await ask(driver)
    await ask(driver)
    assert driver.usage() == (0, 3)
    await asyncio.gather(*(sleep(driver, 0.05) for _ in range(3)))
    assert len(driver.pool.free) == 3
    assert await settled(driver)


async def test_a_cancelled_statement_leaves_the_pool_clean(driver: Postgres):
    """Mandatory, as the pool is our own: cancellation at every stage of 30 overlapping requests."""
    for step in range(30):
        tasks = [asyncio.create_task(sleep(driver, 0.02)) for _ in range(6)]
        await asyncio.sleep(0.002 * step)
        for task in tasks:
            task.cancel()
        outcomes = await asyncio.gather(*tasks, return_exceptions=True)
        for outcome in outcomes:
            assert outcome is None or isinstance(outcome, asyncio.CancelledError | PoolExhausted)
    await asyncio.sleep(0.1)
    assert await settled(driver)
    assert driver.usage()[0] == 0
    assert not driver.pool.queue
    assert not driver.pool._opening


async def test_a_cancelled_transaction_leaves_the_pool_clean(driver: Postgres):
    async def slow() -> None:
        transaction = await driver.begin()
        try:
            prepared = sleeping(driver, 5)
            await transaction.fetch(prepared, prepared.arguments({}))
        except BaseException:
            await transaction.rollback()
            raise

    for step in range(10):
        task = asyncio.create_task(slow())
        await asyncio.sleep(0.003 * step)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    assert await settled(driver)


async def test_waiting_is_bounded(driver: Postgres):
    busy = [asyncio.create_task(sleep(driver, 0.6)) for _ in range(3)]
    await asyncio.sleep(0.1)
    assert driver.usage() == (3, 3)
    with pytest.raises(PoolExhausted):
        await ask(driver)
    await asyncio.gather(*busy)
    assert await settled(driver)


async def test_what_the_server_ended_is_not_lent_again(driver: Postgres, postgres_url: str):
    await asyncio.gather(*(sleep(driver, 0.05) for _ in range(3)))
    raw = await asyncpg.connect(postgres_url)
    await raw.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE application_name = 'backstay' AND datname = current_database()"
    )
    await raw.close()
    await asyncio.sleep(0.1)

    assert driver.pool.free == []
    assert await settled(driver)


async def test_a_statement_that_takes_too_long_is_ended_by_the_server(postgres_url: str):
    driver = Postgres(postgres_url, size=1, overflow=0, wait=0.2, timeout=0.1)
    await driver.open()
    with pytest.raises(DatabaseUnavailable):
        await sleep(driver, 5)
    assert await ask(driver) == 1
    await driver.close()
