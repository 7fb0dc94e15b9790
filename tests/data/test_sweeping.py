from datetime import UTC, datetime, timedelta

import pytest

from backstay.clock import FrozenClock
from backstay.data import sweeping
from backstay.data.database import Database
from backstay.data.idempotency import Key
from backstay.data.ids import uuid7
from backstay.data.sweeping import sweep
from backstay.data.unit_of_work import UnitOfWork


@pytest.fixture
def clock(database):
    database.clock = FrozenClock(datetime(2026, 11, 20, tzinfo=UTC))
    return database.clock


async def keep(database: Database, key: Key, reply: bytes = b"first") -> None:
    work = UnitOfWork(database)
    key.keep(work, reply)
    await work.commit()


def key(hours: int) -> Key:
    return Key.of(uuid7(), "route key", b"POST", lasts=timedelta(hours=hours))


async def test_expired_keys_are_swept_and_living_ones_stay(database, clock):
    old, young = key(1), key(48)
    await keep(database, old)
    await keep(database, young)
    assert await sweep(database) == 0
    clock.advance(hours=2)
    assert await sweep(database) == 1
    assert await sweep(database) == 0
    assert await young.stored(UnitOfWork(database)) == b"first"


async def test_a_few_at_a_time(database, clock, monkeypatch):
    monkeypatch.setattr(sweeping, "_EXPIRED", sweeping._EXPIRED.limit(2))
    for _ in range(3):
        await keep(database, key(1))
    clock.advance(hours=2)
    assert [await sweep(database) for _ in range(3)] == [2, 1, 0]


async def test_an_expired_key_can_be_used_again(database, clock):
    again = key(1)
    await keep(database, again, b"first")
    clock.advance(hours=2)
    assert await again.stored(UnitOfWork(database)) is None
    await keep(database, again, b"second")
    assert await again.stored(UnitOfWork(database)) == b"second"


async def test_a_key_that_somebody_else_swept_is_no_error(database, clock, monkeypatch):
    await keep(database, key(1))
    clock.advance(hours=2)
    written = UnitOfWork.write

    def twice(self, write):
        written(self, write)
        written(self, write)

    monkeypatch.setattr(UnitOfWork, "write", twice)
    assert await sweep(database) == 0
