"""Things of which there is one: the first who claims it has it."""

import asyncio

from backstay.auth import claim
from backstay.clock import FrozenClock
from backstay.data import Caller, UnitOfWork
from backstay.data.database import Database
from tests.desk.people import account


async def test_one_of_many_is_the_first(database: Database, clock: FrozenClock):
    newcomers = [await account(database, f"n{place}") for place in range(8)]

    async def claims(caller: Caller) -> bool:
        work = UnitOfWork(database)
        first = await claim(work, "first_admin", caller.user_id)
        await work.commit()
        return first

    assert sorted(await asyncio.gather(*map(claims, newcomers))) == [False] * 7 + [True]


async def test_a_claim_is_given_back_by_a_rollback(database: Database, ann: Caller):
    work = UnitOfWork(database)
    assert await claim(work, "first_admin", ann.user_id)
    await work.rollback()
    work = UnitOfWork(database)
    assert await claim(work, "first_admin", ann.user_id)
    await work.commit()
