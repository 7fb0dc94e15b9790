"""Rows are read-only instances without SQLAlchemy's bookkeeping."""

import subprocess
import sys
from uuid import UUID

import pytest

from backstay.data import new_row
from tests.desk.models import Note


def row() -> Note:
    made: Note = new_row(Note, {"id": UUID(int=1), "title": "secret"})
    return made


def test_a_row_has_its_values_and_properties():
    assert row().title == "secret"
    assert row().loud == "SECRET"


def test_a_row_cannot_be_changed():
    with pytest.raises(AttributeError, match="Note rows are read-only: change them through"):
        row().title = "other"


def test_an_unknown_attribute_is_named():
    with pytest.raises(AttributeError, match="Note has no titel"):
        _ = row().titel


def test_a_row_shows_its_id_only():
    assert repr(row()) == f"Note({UUID(int=1)})"
    assert "secret" not in repr([row()])


def test_a_row_can_be_read_before_the_mappers_are_configured():
    code = (
        "from tests.desk.models import Note; from backstay.data import new_row;"
        "assert new_row(Note, {'title': 'x'}).title == 'x'"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
