"""Every type gives back exactly what was stored, on both databases."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstay.data import Caller
from backstay.data.database import Database, connect
from tests.data.values import COLUMNS, JSON, few, stored
from tests.desk.people import account, note, notes
from tests.desk.repositories import NOTES

LIMITS: dict[str, Any] = {"pool_size": 1, "overflow": 0, "wait": 1.0, "timeout": 1.0}


@pytest.mark.parametrize("column", [*COLUMNS, "extra"])
@few
@given(data=st.data())
async def test_what_is_stored_comes_back(
    database: Database, ann: Caller, column: str, data: st.DataObject
):
    kind = JSON if column == "extra" else COLUMNS[column]
    values = data.draw(st.lists(st.none() | kind, min_size=3, max_size=3))

    await stored(database, ann, column, values)

    found = await notes(database, ann).rows(NOTES.order_by("title"))
    assert [getattr(one, column) for one in found] == values
    assert [str(getattr(one, "price")) for one in found] == [  # noqa: B009 the column differs
        str(value) if column == "price" else "None" for value in values
    ]


async def test_moments_come_back_in_utc_to_the_microsecond(database: Database, ann: Caller):
    east = datetime.fromisoformat("2026-11-20T08:00:00.000001+09:00")
    made = await note(database, ann, due=east)

    found = await notes(database, ann).find(made.id)

    assert found is not None
    assert found.due == east
    assert found.due is not None
    assert found.due.utcoffset() == UTC.utcoffset(None)
    assert found.due.microsecond == 1


async def test_money_keeps_its_places(database: Database, ann: Caller):
    made = await note(database, ann, price=Decimal("9.50"))

    found = await notes(database, ann).find(made.id)

    assert found is not None
    assert str(found.price) == "9.50"


async def test_sqlite_keeps_moments_as_text_of_fixed_width_and_money_as_whole_cents(
    sqlite_url: str,
):
    database = Database(connect(sqlite_url, **LIMITS), secret="x")
    await database.open()
    owner = await account(database)
    await note(database, owner, due=datetime(999, 1, 2, tzinfo=UTC), price=Decimal("-0.05"))
    await database.close()

    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as raw:
        row = raw.execute(
            "SELECT due, typeof(due), price, typeof(price) FROM desk_notes"
        ).fetchone()
    assert row == ("0999-01-02 00:00:00.000000+00:00", "text", -5, "integer")
