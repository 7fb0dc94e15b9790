"""Which fields stand behind a constraint's name."""

from sqlalchemy import delete

from backstay.data.driver import Write
from backstay.data.integrity import check_broken, reference_broken, unique_broken, value_missing
from backstay.data.prepared import Prepared
from backstay.data.sqlite.driver import Sqlite
from backstay.errors import BackstayError, StillReferenced, UnknownReference
from tests.desk.models import Note


def fields(error: BackstayError) -> list[str]:
    return [detail.field for detail in error.details]


def test_a_unique_index_or_constraint_names_its_columns():
    assert fields(unique_broken("desk_notes", "uq_desk_notes_owner_title")) == ["owner_id", "title"]
    assert fields(unique_broken("desk_labels", "uq_desk_labels_name")) == ["name"]


def test_what_nobody_knows_names_nothing():
    assert fields(unique_broken("desk_notes", "other")) == []
    assert fields(unique_broken("other", "other")) == []


def test_a_rule_has_the_contracts_name():
    assert fields(check_broken("desk_notes", "ck_desk_notes_ends_late")) == ["ends_late"]


def test_a_reference_depends_on_what_was_tried():
    statement = delete(Note)
    write = Write(statement, Prepared(statement, Sqlite("x", timeout=1).dialect), {}, KeyError())

    assert isinstance(reference_broken(write), StillReferenced)
    named = reference_broken(None, "desk_notes", "fk_desk_notes_owner_id")
    assert isinstance(named, UnknownReference)
    assert fields(named) == ["owner_id"]


def test_a_missing_value_names_its_column():
    assert fields(value_missing("title")) == ["title"]
