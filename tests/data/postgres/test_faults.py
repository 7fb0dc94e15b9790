"""PostgreSQL goes away, freezes or refuses: 503 in time, no link lost, and back by itself."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import func, select

from backstay.data import UnitOfWork
from backstay.data.database import Database
from backstay.data.postgres.driver import Postgres
from backstay.data.prepared import Prepared
from backstay.errors import BackstayError, DatabaseUnavailable
from tests.desk.people import account, note, notes
from tests.desk.proxy import Proxy, proxied


@pytest.fixture
async def proxy(postgres_url: str) -> AsyncIterator[Proxy]:
    async with proxied(postgres_url) as proxy:
        yield proxy


@pytest.fixture
async def far(proxy: Proxy) -> AsyncIterator[Database]:
    """The desk's database, behind the proxy."""
    driver = Postgres(proxy.url, size=2, overflow=0, wait=0.3, timeout=5.0)
    database = Database(driver, secret="x")
    await database.open()
    yield database
    await database.close()


async def held(database: Database) -> None:
    """A statement that runs until something happens to it."""
    prepared = Prepared(select(func.pg_sleep(20)), database.driver.dialect)
    await database.driver.fetch(prepared, prepared.arguments({}))


async def held_in_transaction(database: Database) -> None:
    work = UnitOfWork(database)
    await work.begin()
    prepared = Prepared(select(func.pg_sleep(20)), database.driver.dialect)
    try:
        await work.fetch(prepared, {})
    except BaseException:
        await work.rollback()
        raise


@pytest.mark.parametrize("hold", [held, held_in_transaction])
async def test_a_cut_under_a_statement_is_unavailable_and_heals(far: Database, proxy: Proxy, hold):
    task = asyncio.create_task(hold(far))
    await asyncio.sleep(0.1)
    proxy.cut()
    with pytest.raises(DatabaseUnavailable):
        await task
    await asyncio.sleep(0.05)

    ann = await account(far)
    assert await note(far, ann)
    assert far.driver.usage()[0] == 0


async def test_a_cut_between_write_and_commit_keeps_nothing(far: Database, proxy: Proxy):
    ann = await account(far)
    mine = notes(far, ann)
    await mine.work.begin()
    mine.add({"title": "lost", "owner_id": ann.user_id})
    await mine.work.flush()
    proxy.cut()
    with pytest.raises(DatabaseUnavailable):
        await mine.work.commit()
    await mine.work.rollback()

    assert await note(far, ann, "lost")


async def test_a_cut_under_a_write_is_unavailable(far: Database, proxy: Proxy):
    ann = await account(far)
    made = await note(far, ann)
    blocker = notes(far, ann)
    await blocker.work.begin()
    blocker.change(made, {"title": "first"})
    await blocker.work.flush()
    waiting = notes(far, ann)
    waiting.change(made, {"title": "second"})
    task = asyncio.create_task(waiting.work.commit())
    await asyncio.sleep(0.1)
    proxy.cut()
    with pytest.raises(DatabaseUnavailable):
        await task
    await blocker.work.rollback()
    assert far.driver.usage()[0] == 0


@pytest.mark.parametrize("hold", [held, held_in_transaction])
async def test_a_frozen_server_does_not_hold_whoever_gives_up(far: Database, proxy: Proxy, hold):
    """The server's own timeout never comes; the deadline of the request must be enough."""
    task = asyncio.create_task(hold(far))
    await asyncio.sleep(0.1)
    proxy.freeze()
    task.cancel()
    done, _ = await asyncio.wait([task], timeout=2.0)
    assert done == {task}
    assert task.cancelled()
    proxy.thaw()
    assert await account(far)


async def test_a_refusing_server_is_unavailable_and_heals(far: Database, proxy: Proxy):
    proxy.refuse()
    proxy.cut()
    await asyncio.sleep(0.05)
    for _ in range(4):
        with pytest.raises(BackstayError) as caught:
            await account(far)
        assert isinstance(caught.value, DatabaseUnavailable)
    proxy.refuse(refusing=False)
    assert await account(far)


async def test_a_dropped_link_that_cannot_be_replaced_is_logged(
    far: Database, proxy: Proxy, caplog: pytest.LogCaptureFixture
):
    holders = [asyncio.create_task(held(far)) for _ in range(2)]
    await asyncio.sleep(0.1)
    waiter = asyncio.create_task(account(far))
    await asyncio.sleep(0)
    proxy.refuse()
    proxy.cut()
    outcomes = await asyncio.gather(*holders, waiter, return_exceptions=True)
    assert all(isinstance(outcome, BackstayError) for outcome in outcomes)
    assert "could not be replaced" in caplog.text


async def test_a_commit_after_a_swallowed_loss_is_unavailable(far: Database, proxy: Proxy):
    transaction = await far.driver.begin()
    prepared = Prepared(select(func.pg_sleep(20)), far.driver.dialect)
    task = asyncio.ensure_future(transaction.fetch(prepared, prepared.arguments({})))
    await asyncio.sleep(0.05)
    proxy.cut()
    with pytest.raises(DatabaseUnavailable):
        await task
    with pytest.raises(DatabaseUnavailable):
        await transaction.commit()
    assert far.driver.usage()[0] == 0
