"""The order of a page, as the database is asked for it."""

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from backstay.data import reading
from tests.desk.models import Note


@pytest.mark.parametrize(
    ("keys", "order"),
    [
        ([], "desk_notes.id ASC"),
        ([(Note.title, True)], "desk_notes.title DESC, desk_notes.id DESC"),
        ([(Note.stars, False)], "desk_notes.stars ASC NULLS LAST, desk_notes.id ASC"),
        # as the index has it: PostgreSQL takes it only where both say alike where nulls go
        ([(Note.stars, True)], "desk_notes.stars DESC NULLS LAST, desk_notes.id DESC NULLS LAST"),
        (
            [(Note.title, False), (Note.stars, False)],
            "desk_notes.title ASC, desk_notes.stars ASC NULLS LAST, desk_notes.id ASC",
        ),
    ],
)
def test_the_closing_id_goes_the_way_of_the_last_key(keys: Any, order: str):
    statement, _ = reading.after(Note, select(Note), keys, resumed=False)
    sql = str(statement.compile(dialect=postgresql.dialect()))  # type: ignore[no-untyped-call]  # SQLAlchemy leaves it untyped
    assert f"ORDER BY {order} \n" in sql


def test_an_index_of_sqlite_serves_nulls_last_after_the_first_key_in_two_terms():
    keys: Any = [(Note.title, False), (Note.stars, False)]
    statement, _ = reading.after(Note, select(Note), keys, resumed=False)
    sql = str(statement.compile(dialect=sqlite.dialect()))
    order = "desk_notes.title ASC, desk_notes.stars IS NULL, desk_notes.stars ASC, desk_notes.id"
    assert f"ORDER BY {order} ASC" in sql
