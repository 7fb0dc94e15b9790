"""What a repository refuses, in words of fields, and who hears of what it did."""

from typing import Any

import pytest

from backstay.data import SYSTEM, Caller, UnitOfWork
from backstay.data.database import Database
from backstay.errors import (
    BackstayError,
    NotUnique,
    RuleBroken,
    StillReferenced,
    UnknownReference,
    Unprocessable,
)
from tests.desk.models import Note, Role
from tests.desk.people import account, note, notes
from tests.desk.repositories import Accounts, Labels, Notes


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
