"""The order of a page, as the database is asked for it."""

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.dialects import postgresql

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
    ],
)
def test_the_closing_id_goes_the_way_of_the_last_key(keys: Any, order: str):
    statement, _ = reading.after(Note, select(Note), keys, resumed=False)
    sql = str(statement.compile(dialect=postgresql.dialect()))  # type: ignore[no-untyped-call]
    assert f"ORDER BY {order} \n" in sql
