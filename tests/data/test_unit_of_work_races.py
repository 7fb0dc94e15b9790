"""Units of work that race, wait, are cancelled or forgotten."""

import asyncio

import pytest

from backstay.data import Caller
from backstay.data.database import Database, connect
from backstay.errors import BackstayError, DatabaseUnavailable
from tests.desk.people import account, amount, note, notes


async def test_a_rule_that_reads_first_holds_under_a_race(database: Database, ann: Caller):
    """Two units that each read inside their transaction: on both databases one must lose."""
    made = await note(database, ann, stars=1)

    async def spend() -> bool:
        mine = notes(database, ann)
        await mine.work.begin()
        row = await mine.find(made.id)
        assert row is not None
        if not row.stars:
            await mine.work.rollback()
            return False
        mine.change(row, {"stars": row.stars - 1})
        await mine.work.commit()
        return True

    outcomes = await asyncio.gather(*(spend() for _ in range(4)), return_exceptions=True)

    assert outcomes.count(True) == 1
    assert all(one in (True, False) or isinstance(one, BackstayError) for one in outcomes)


async def test_a_transaction_that_nobody_comes_back_for_ends(database_url: str):
    driver = connect(database_url, pool_size=1, overflow=0, wait=2.0, timeout=0.2)
    database = Database(driver, secret="x")
    await database.open()
    ann = await account(database)
    mine = notes(database, ann)
    await mine.work.begin()
    mine.add({"title": "forgotten", "owner_id": ann.user_id})
    await mine.work.flush()
    await asyncio.sleep(0.4)

    with pytest.raises(DatabaseUnavailable):
        await mine.work.commit()
    await mine.work.rollback()
    assert await note(database, ann, "goes on")
    assert await amount(database) == 1
    await database.close()


async def test_a_cancelled_commit_frees_what_it_held(database: Database, ann: Caller):
    for step in range(8):
        mine = notes(database, ann)
        await mine.work.begin()
        mine.add({"title": f"n{step}", "owner_id": ann.user_id})
        task = asyncio.create_task(mine.work.commit())
        for _ in range(step):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await mine.work.rollback()

    assert await note(database, ann, "still works")
    assert await amount(database) <= 9
