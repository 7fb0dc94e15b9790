"""Repositories on both databases: added, read, changed and removed, guarded by the version read."""

import asyncio

import pytest

from backstay.data import UnitOfWork
from backstay.data.database import Database
from backstay.data.versions import Match
from backstay.errors import (
    BackstayError,
    EditedMeanwhile,
    PreconditionFailed,
)
from tests.desk.models import Status
from tests.desk.people import account, note, notes
from tests.desk.repositories import Comments


async def test_what_is_added_is_read_again(database: Database):
    ann = await account(database)

    made = await note(database, ann, "first", stars=3)

    found = await notes(database, ann).find(made.id)
    assert found is not None
    assert found.__dict__ == made.__dict__
    assert (found.status, found.row_version, found.deleted_at) == (Status.OPEN, 1, None)


async def test_nothing_is_stored_before_the_commit(database: Database):
    ann = await account(database)
    mine = notes(database, ann)
    made = mine.add({"title": "waits", "owner_id": ann.user_id})

    assert await notes(database, ann).find(made.id) is None
    await mine.work.commit()
    assert await notes(database, ann).find(made.id) is not None


async def test_a_unit_reads_its_own_writes(database: Database):
    ann = await account(database)
    mine = notes(database, ann)
    made = mine.add({"title": "mine", "owner_id": ann.user_id})

    assert await mine.find(made.id) is not None
    await mine.work.rollback()
    assert await notes(database, ann).find(made.id) is None


async def test_a_change_counts_the_version_up(database: Database):
    ann = await account(database)
    made = await note(database, ann)
    mine = notes(database, ann)

    changed = mine.change(made, {"title": "new"})
    await mine.work.commit()

    found = await notes(database, ann).find(made.id)
    assert found is not None
    assert (found.title, found.row_version) == ("new", 2) == (changed.title, changed.row_version)
    assert found.updated_at == changed.updated_at > made.updated_at
    assert (made.title, made.row_version) == ("a note", 1)


async def test_a_change_of_nothing_writes_nothing(database: Database):
    ann = await account(database)
    made = await note(database, ann)
    mine = notes(database, ann)

    assert mine.change(made, {}) is made
    await mine.work.commit()
    assert mine.work.queries == 0


@pytest.mark.parametrize(
    ("match", "refusal"), [(Match(None), EditedMeanwhile), (Match('"1"'), PreconditionFailed)]
)
async def test_one_of_two_changes_of_one_version_wins(
    database: Database, match: Match, refusal: type[BackstayError]
):
    ann = await account(database)
    made = await note(database, ann)

    async def change(title: str) -> None:
        mine = notes(database, ann)
        mine.change(made, {"title": title}, match)
        await mine.work.commit()

    outcomes = await asyncio.gather(*map(change, "abcdefgh"), return_exceptions=True)

    assert outcomes.count(None) == 1
    assert {type(outcome) for outcome in outcomes} == {type(None), refusal}
    found = await notes(database, ann).find(made.id)
    assert found is not None
    assert found.row_version == 2


async def test_a_soft_deleted_row_is_gone_and_its_name_is_free(database: Database):
    ann = await account(database)
    made = await note(database, ann)
    mine = notes(database, ann)
    mine.remove(made)
    await mine.work.commit()

    assert await notes(database, ann).find(made.id) is None
    assert await note(database, ann)
    mine.remove(made)
    with pytest.raises(EditedMeanwhile):
        await mine.work.commit()


async def test_a_removed_row_is_gone(database: Database):
    ann = await account(database)
    made = await note(database, ann)
    work = UnitOfWork(database)
    comment = Comments(work, ann).add({"text": "hello", "note_id": made.id})
    await work.commit()

    Comments(work, ann).remove(comment)
    await work.commit()
    assert await Comments(UnitOfWork(database), ann).find(comment.id) is None


async def test_a_row_without_times_is_changed_and_its_watch_stays(database: Database):
    ann = await account(database)
    made = await note(database, ann)
    work = UnitOfWork(database)
    comment = Comments(work, ann).add({"text": "hello", "note_id": made.id})
    await work.commit()

    changed = Comments(work, ann).change(comment, {"text": "again"})
    await work.commit()

    found = await Comments(UnitOfWork(database), ann).find(comment.id)
    assert found is not None
    assert (found.text, found.row_version) == ("again", 2) == (changed.text, changed.row_version)
