"""The writer thread: group commit in which one unit that fails takes no other with it."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from typing import Any
from uuid import UUID

import pytest

from backstay.data import UnitOfWork
from backstay.data.database import Database
from backstay.data.sqlite import writer as writers
from backstay.data.sqlite.driver import Sqlite
from backstay.data.sqlite.units import Unit
from backstay.errors import DatabaseUnavailable, NotUnique, UnknownReference
from tests.desk.people import account, note, notes
from tests.desk.repositories import NOTES, Labels


@pytest.fixture
async def database(sqlite_url: str) -> AsyncIterator[Database]:
    database = Database(Sqlite(sqlite_url.removeprefix("sqlite:///"), timeout=5.0), secret="x")
    await database.open()
    yield database
    await database.close()


async def test_one_unit_fails_and_the_others_of_its_group_stay(database: Database):
    ann = await account(database)
    titles = [f"note {place % 10}" for place in range(40)]

    outcomes = await asyncio.gather(
        *(note(database, ann, title) for title in titles), return_exceptions=True
    )

    assert sum(isinstance(one, NotUnique) for one in outcomes) == 30
    found = await notes(database, ann).rows(NOTES.order_by("title"))
    assert [row.title for row in found] == sorted(set(titles))


async def test_a_deferred_constraint_fails_its_own_unit_only(database: Database):
    ann = await account(database)

    async def label(name: str, account_id: UUID) -> None:
        work = UnitOfWork(database)
        Labels(work, ann).add({"name": name, "account_id": account_id})
        await work.commit()

    outcomes = await asyncio.gather(
        *(label(f"l{n}", ann.user_id if n % 3 else UUID(int=n + 1)) for n in range(12)),
        return_exceptions=True,
    )

    refused = [n for n, one in enumerate(outcomes) if isinstance(one, UnknownReference)]
    assert refused == [0, 3, 6, 9]
    assert outcomes.count(None) == 8


async def test_many_units_go_into_one_transaction(database: Database, monkeypatch):
    ann = await account(database)
    begun: list[int] = []
    commit = writers.Writer._commit

    def counted(self: writers.Writer, group: list[Unit]) -> list[Any]:
        begun.append(len(group))
        return commit(self, group)

    monkeypatch.setattr(writers.Writer, "_commit", counted)

    await asyncio.gather(*(note(database, ann, f"n{n}") for n in range(100)))

    assert sum(begun) == 100
    assert len(begun) < 100
    assert max(begun) <= writers.MOST_IN_GROUP


async def test_a_transaction_has_the_writer_alone_and_in_its_turn(database: Database):
    ann = await account(database)
    mine = notes(database, ann)
    await mine.work.begin()
    others = [asyncio.create_task(note(database, ann, f"n{n}")) for n in range(5)]
    second = notes(database, ann)
    begun = asyncio.create_task(second.work.begin())
    await asyncio.sleep(0.05)
    assert not any(task.done() for task in (*others, begun))

    mine.add({"title": "first", "owner_id": ann.user_id})
    await mine.work.commit()
    await asyncio.gather(*others, begun)
    await second.work.rollback()


async def test_closing_finishes_what_is_queued(sqlite_url: str):
    database = Database(Sqlite(sqlite_url.removeprefix("sqlite:///"), timeout=5.0), secret="x")
    await database.open()
    ann = await account(database)
    tasks = [asyncio.create_task(note(database, ann, f"n{n}")) for n in range(20)]
    await asyncio.sleep(0)
    await database.close()
    await database.close()

    assert all(row.title for row in await asyncio.gather(*tasks))


async def test_a_lock_that_stays_is_unavailable(database: Database, sqlite_url: str, monkeypatch):
    ann = await account(database)
    path = sqlite_url.removeprefix("sqlite:///")
    assert isinstance(database.driver, Sqlite)
    writer = database.driver._writer
    assert writer is not None
    writer._connection.execute("PRAGMA busy_timeout=50")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseUnavailable):
            await note(database, ann, "locked out")
        with pytest.raises(DatabaseUnavailable):
            await UnitOfWork(database).begin()
        assert await notes(database, ann).rows(NOTES) == []
        other.execute("ROLLBACK")

    assert await note(database, ann, "let in")
