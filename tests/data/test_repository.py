"""Repositories on both databases: added, read, changed and removed, guarded by the version read."""

import asyncio
from typing import Any

import pytest

from backstay.data import SYSTEM, Caller, UnitOfWork
from backstay.data.database import Database
from backstay.data.versions import Match
from backstay.errors import (
    BackstayError,
    EditedMeanwhile,
    NotUnique,
    PreconditionFailed,
    RuleBroken,
    StillReferenced,
    UnknownReference,
    Unprocessable,
)
from tests.desk.models import Note, Role, Status
from tests.desk.people import account, note, notes
from tests.desk.repositories import Accounts, Comments, Labels, Notes


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


async def test_broken_constraints_speak_of_fields(database: Database):
    ann = await account(database)
    await note(database, ann, "taken")

    async def refusal(**values: Any) -> BackstayError:
        with pytest.raises(BackstayError) as caught:
            await note(database, ann, **values)
        return caught.value

    unique = await refusal(title="taken")
    assert isinstance(unique, NotUnique)
    assert [detail.field for detail in unique.details] == ["owner_id", "title"]
    rule = await refusal(title="")
    assert isinstance(rule, RuleBroken)
    assert [detail.field for detail in rule.details] == ["title_length"]
    missing = await refusal(title=None)
    assert isinstance(missing, Unprocessable)
    assert [(one.field, one.code) for one in missing.details] == [("title", "required")]
    stranger = await refusal(owner_id=SYSTEM.user_id)
    assert isinstance(stranger, UnknownReference)


async def test_what_is_referred_to_stays(database: Database):
    ann = await account(database)
    made = await note(database, ann)
    work = UnitOfWork(database)
    label = Labels(work, ann).add({"name": "red", "note_id": made.id})
    await work.commit()

    with pytest.raises(StillReferenced):
        await notes(database, ann).check_unreferenced(made)
    accounts = Accounts(UnitOfWork(database), SYSTEM)
    row = await accounts.find(ann.user_id)
    assert row is not None
    accounts.remove(row)
    with pytest.raises(StillReferenced):
        await accounts.work.commit()
    Labels(work, ann).remove(label)
    await work.commit()
    await notes(database, ann).check_unreferenced(made)


async def test_watchers_hear_of_changes_once_committed(database: Database):
    ann = await account(database)
    made = await note(database, ann)
    heard: list[object] = []
    database.watch(Note, heard.append)

    mine = notes(database, ann)
    changed = mine.change(made, {"title": "b"})
    await mine.work.rollback()
    assert heard == []
    mine.change(made, {"title": "b"})
    await mine.work.commit()
    mine.remove(changed)
    await mine.work.commit()
    assert heard == [made.id, made.id]


async def test_roles_see_what_is_theirs(database: Database):
    ann, bob = await account(database, "ann"), await account(database, "bob")
    chief = await account(database, "chief", Role.ADMIN)
    made = await note(database, ann)

    assert await notes(database, bob).find(made.id) is None
    assert await notes(database, chief).find(made.id) is not None
    assert await notes(database, Caller(ann.user_id, "guest")).find(made.id) is None
    assert await Notes(UnitOfWork(database), ann).sees(made.id)
    assert not await Notes(UnitOfWork(database), bob).sees(made.id)
