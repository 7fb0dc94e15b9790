"""Lists mean the same on both databases: order, filters, search."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstay.data import Caller, Page
from backstay.data.database import Database
from backstay.data.listing import words_of
from tests.data.values import COLUMNS, few, letters, stored
from tests.desk.models import Note
from tests.desk.people import note, notes
from tests.desk.repositories import LISTING, NOTES
from tests.desk.schemas import NoteQuery

SORTED = [name for name in LISTING.sort if name in COLUMNS]
START = datetime(2026, 1, 1, tzinfo=UTC)


async def page(database: Database, ann: Caller, **asked: Any) -> Page[Note]:
    return await notes(database, ann).page(NOTES, LISTING, NoteQuery.model_construct(**asked))


def in_python(rows: list[Note], column: str, *, descends: bool) -> list[Note]:
    """Nulls last either way; text by its bytes; ids close the order, the way of the column."""

    def key(row: Note) -> Any:
        value = getattr(row, column)
        return value.encode() if isinstance(value, str) else value

    by_id = sorted(rows, key=lambda row: row.id, reverse=descends)
    known = [row for row in by_id if getattr(row, column) is not None]
    unknown = [row for row in by_id if getattr(row, column) is None]
    return sorted(known, key=key, reverse=descends) + unknown


@pytest.mark.parametrize("column", SORTED)
@few
@given(data=st.data())
async def test_order_is_that_of_python_with_nulls_last(
    database: Database, ann: Caller, column: str, data: st.DataObject
):
    values = data.draw(st.lists(st.none() | COLUMNS[column], min_size=4, max_size=6))
    values.append(values[0])
    rows = await stored(database, ann, column, values)

    for sort, descends in ((column, False), (f"-{column}", True)):
        found = await page(database, ann, sort=sort, limit=100)
        expected = in_python(rows, column, descends=descends)
        assert [row.id for row in found.items] == [row.id for row in expected]


async def test_text_sorts_by_its_bytes(database: Database, ann: Caller):
    titles = ["B", "Z", "_", "a", "b", "z", "ä", "€", "\uffee", "😀"]
    for title in reversed(titles):
        await note(database, ann, title)

    found = await page(database, ann, sort="title", limit=100)

    assert [row.title for row in found.items] == titles


async def test_ranges_hold_their_start_and_not_their_end(database: Database, ann: Caller):
    for minutes in range(4):
        await note(database, ann, f"n{minutes}", due=START + timedelta(minutes=minutes))
    await note(database, ann, "no due")

    found = await page(
        database,
        ann,
        due_from=START + timedelta(minutes=1),
        due_to=START + timedelta(minutes=3),
        sort="due",
    )

    assert [row.title for row in found.items] == ["n1", "n2"]
    assert found.total == 2


async def test_money_compares_as_a_number(database: Database, ann: Caller):
    for amount in ("9.50", "10.00", "-2.00", "9.49"):
        await note(database, ann, amount, price=Decimal(amount))

    found = await page(database, ann, price_from=Decimal("9.50"), sort="price")

    assert [row.title for row in found.items] == ["9.50", "10.00"]


def fold(text: str) -> str:
    return "".join(chr(ord(sign) + 32) if "A" <= sign <= "Z" else sign for sign in text)


signs = st.text(st.sampled_from("aAbBzZäÄßẞİ\u0131\u212ak%_\\' \t"), min_size=1, max_size=5)


@few
@given(title=signs | letters, body=st.none() | signs, search=signs)
async def test_every_word_occurs_in_a_searched_text_with_only_a_to_z_folded(
    database: Database, ann: Caller, title: str, body: str | None, search: str
):
    await stored(database, ann, "body", [])
    made = await note(database, ann, title, body=body)

    found = await page(database, ann, search=search)

    texts = [fold(title), fold(body or "")]
    wanted = all(any(word in text for text in texts) for word in fold(search).split())
    assert [row.id for row in found.items] == ([made.id] if wanted else [])


@pytest.mark.parametrize("search", ["%", "_", "\\", "%%", "x%"])
async def test_wildcards_are_plain_characters(database: Database, ann: Caller, search: str):
    await note(database, ann, "plain x")
    marked = await note(database, ann, f"with {search} in it")

    found = await page(database, ann, search=search)

    assert [row.id for row in found.items] == [marked.id]


def test_a_search_is_split_into_folded_words():
    assert words_of("  Ab 10% ") == {"word_0": "%ab%", "word_1": "%10\\%%"}
    assert words_of(None) == words_of("") == {}
