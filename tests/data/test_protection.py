"""What a body may say: which fields, and which other rows."""

from uuid import uuid4

import pytest

from backstay.data import Caller, permitted, references_known
from backstay.data.database import Database
from backstay.errors import ReadOnlyField, UnknownReference
from tests.desk.models import Role
from tests.desk.people import account, note, notes

ADMIN, MEMBER = Caller(uuid4(), "admin"), Caller(uuid4(), "member")
PROTECTED = {"role": {"admin"}, "owner_id": {"admin"}, "seen": set[str]()}


def test_protected_fields_are_named_to_whom_they_are_closed():
    values = {"role": "x", "owner_id": "y", "title": "z"}

    assert permitted(values, ADMIN, PROTECTED) is values
    assert permitted({"title": "z"}, MEMBER, PROTECTED) == {"title": "z"}
    with pytest.raises(ReadOnlyField) as caught:
        permitted(values, MEMBER, PROTECTED)
    assert [detail.field for detail in caught.value.details] == ["role", "owner_id"]
    with pytest.raises(ReadOnlyField):
        permitted({"seen": None}, ADMIN, PROTECTED)


async def test_missing_deleted_and_foreign_rows_are_the_same_unknown_reference(database: Database):
    ann, bob = await account(database, "ann"), await account(database, "bob", Role.MEMBER)
    mine, theirs, gone = [
        await note(database, owner, title)
        for owner, title in ((ann, "mine"), (bob, "theirs"), (ann, "gone"))
    ]
    rows = notes(database, ann)
    rows.remove(gone)
    await rows.work.commit()
    references = {"note_id": notes(database, ann), "other_id": notes(database, ann)}

    await references_known({"note_id": mine.id, "other_id": None}, references)
    await references_known({}, references)
    for unknown in (theirs.id, gone.id, uuid4()):
        with pytest.raises(UnknownReference) as caught:
            await references_known({"note_id": mine.id, "other_id": unknown}, references)
        assert [detail.field for detail in caught.value.details] == ["other_id"]
