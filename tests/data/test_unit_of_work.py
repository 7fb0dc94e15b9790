"""One unit of work: everything or nothing, in one transaction where it reads what it wrote."""

from uuid import UUID

import pytest
from sqlalchemy import select

from backstay.data import Caller, UnitOfWork
from backstay.data.database import Database
from backstay.errors import NotUnique, UnknownReference
from tests.desk.models import Label, Note
from tests.desk.people import amount, note, notes
from tests.desk.repositories import Comments, Labels, Notes


async def test_a_unit_that_fails_keeps_nothing(database: Database, ann: Caller):
    await note(database, ann, "taken")
    work = UnitOfWork(database)
    mine = Notes(work, ann)
    made = mine.add({"title": "new", "owner_id": ann.user_id})
    Comments(work, ann).add({"text": "hello", "note_id": made.id})
    mine.add({"title": "taken", "owner_id": ann.user_id})

    with pytest.raises(NotUnique):
        await work.commit()

    assert await amount(database) == 1


async def test_several_inserts_are_one_round_trip(database: Database, ann: Caller):
    work = UnitOfWork(database)
    made = Notes(work, ann).add({"title": "new", "owner_id": ann.user_id})
    Comments(work, ann).add({"text": "hello", "note_id": made.id})
    Comments(work, ann).add({"text": "again", "note_id": made.id})
    await work.commit()

    assert work.queries == 1
    assert work.seconds > 0
    assert len(await Comments(UnitOfWork(database), ann).rows(select(Comments.model))) == 2


async def test_different_writes_are_one_transaction(database: Database, ann: Caller):
    first, second = await note(database, ann, "one"), await note(database, ann, "two")
    mine = notes(database, ann)
    mine.change(first, {"title": "changed"})
    mine.add({"title": "two", "owner_id": ann.user_id})
    with pytest.raises(NotUnique):
        await mine.work.commit()

    found = await notes(database, ann).find(first.id)
    assert found is not None
    assert found.title == "one"
    mine.remove(second)
    mine.change(first, {"title": "changed"})
    await mine.work.commit()
    assert [row.title for row in await notes(database, ann).rows(select(Note))] == ["changed"]


async def test_a_commit_of_nothing_asks_nothing(database: Database):
    work = UnitOfWork(database)
    await work.commit()
    assert work.queries == 0


async def test_a_begun_transaction_commits_and_rolls_back(database: Database, ann: Caller):
    for keep in (False, True):
        mine = notes(database, ann)
        await mine.work.begin()
        await mine.work.begin()
        mine.add({"title": "inside", "owner_id": ann.user_id})
        assert len(await mine.rows(select(Note))) == 1
        await (mine.work.commit() if keep else mine.work.rollback())
        assert await amount(database) == int(keep)


async def test_a_begun_transaction_that_only_read_can_commit(database: Database, ann: Caller):
    mine = notes(database, ann)
    await mine.work.begin()
    assert await mine.rows(select(Note)) == []
    await mine.work.commit()
    await mine.work.rollback()


async def test_a_constraint_that_waits_for_the_commit_is_refused_there(
    database: Database, ann: Caller
):
    for begun in (False, True):
        work = UnitOfWork(database)
        if begun:
            await work.begin()
        Labels(work, ann).add({"name": "red", "account_id": UUID(int=1)})
        if begun:
            await work.flush()
        with pytest.raises(UnknownReference):
            await work.commit()
        assert await amount(database, Label) == 0


async def test_what_waits_for_the_commit_runs_once_and_only_then(database: Database, ann: Caller):
    said: list[str] = []
    mine = notes(database, ann)
    mine.work.after_commit(lambda: said.append("forgotten"))
    await mine.work.rollback()
    mine.work.after_commit(lambda: said.append("once"))
    for title in ("one", "two"):
        mine.add({"title": title, "owner_id": ann.user_id})
        await mine.work.commit()

    assert said == ["once"]
