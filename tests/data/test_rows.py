"""Reading: pages with totals, cursors that skip and repeat nothing, references attached at once."""

import asyncio
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstay.data import Caller, Page, UnitOfWork
from backstay.data.database import Database
from backstay.errors import CursorInvalid
from tests.data.values import COLUMNS, few, stored
from tests.desk.models import Note, Role
from tests.desk.people import account, note, notes
from tests.desk.repositories import LISTING, NOTES, Accounts
from tests.desk.schemas import NoteCursorQuery, NoteQuery


async def page(database: Database, ann: Caller, **asked: Any) -> Page[Note]:
    return await notes(database, ann).page(NOTES, LISTING, NoteQuery.model_construct(**asked))


async def walk(database: Database, ann: Caller, **asked: Any) -> list[UUID]:
    """The ids of all pages, from the first cursor to the end."""
    ids: list[UUID] = []
    cursor = None
    while True:
        query = NoteCursorQuery.model_construct(cursor=cursor, **asked)
        found = await notes(database, ann).cursor_page(NOTES, LISTING, query)
        ids += [row.id for row in found.items]
        cursor = found.next
        if cursor is None:
            return ids


async def test_pages_share_the_rows_and_know_how_many_there_are(database: Database, ann: Caller):
    await stored(database, ann, "stars", range(5))

    pages = [await page(database, ann, sort="stars", limit=2, page=one) for one in (1, 2, 3, 4)]

    assert [[row.stars for row in one.items] for one in pages] == [[0, 1], [2, 3], [4], []]
    assert {one.total for one in pages} == {5}


async def test_nothing_found_is_a_page_of_nothing(database: Database, ann: Caller):
    found = await page(database, ann)

    assert (list(found.items), found.total, found.page, found.limit) == ([], 0, 1, 20)


@pytest.mark.parametrize("column", [name for name in LISTING.sort if name in COLUMNS])
@few
@given(data=st.data())
async def test_a_walk_gives_what_one_page_gives(
    database: Database, ann: Caller, column: str, data: st.DataObject
):
    values = data.draw(st.lists(st.none() | COLUMNS[column], min_size=3, max_size=6))
    await stored(database, ann, column, [*values, values[0], None])
    sort = data.draw(st.sampled_from(["{},", "-{},", "{},-title", "-{},title"])).format(column)
    limit = data.draw(st.integers(1, 3))

    whole = await page(database, ann, sort=sort, limit=100)

    assert await walk(database, ann, sort=sort, limit=limit) == [row.id for row in whole.items]


@pytest.mark.parametrize("sort", ["status", "created_at", "owner_id", "", "-status,owner_id"])
async def test_every_kind_of_sort_key_can_resume(database: Database, ann: Caller, sort: str):
    rows = await stored(database, ann, "stars", range(5))

    ids = await walk(database, ann, sort=sort, limit=2)

    assert sorted(ids) == sorted(row.id for row in rows)


async def test_a_cursor_is_good_only_for_its_list_order_filters_and_caller(
    database: Database, ann: Caller
):
    await stored(database, ann, "stars", range(5))
    bob = await account(database, "bob", Role.ADMIN)
    given: dict[str, Any] = {"sort": "stars", "limit": 2}
    first = await notes(database, ann).cursor_page(
        NOTES, LISTING, NoteCursorQuery.model_construct(**given)
    )

    for caller, change in (
        (bob, {}),
        (ann, {"sort": "-stars"}),
        (ann, {"search": "note"}),
        (ann, {"cursor": f"{first.next}x"}),
        (ann, {"cursor": "ü"}),
    ):
        asked = given | {"cursor": first.next} | change
        query = NoteCursorQuery.model_construct(**asked)
        with pytest.raises(CursorInvalid):
            await notes(database, caller).cursor_page(NOTES, LISTING, query)


async def test_a_walk_skips_and_repeats_nothing_while_rows_come_and_go(
    database: Database, ann: Caller
):
    rows = await stored(database, ann, "stars", [10 * place for place in range(8)])

    async def meddle() -> None:
        for place in range(1, 6):
            await note(database, ann, f"late {place}", stars=10 * place + 5)
            await asyncio.sleep(0)

    _, ids = await asyncio.gather(meddle(), walk(database, ann, sort="stars", limit=1))

    assert len(set(ids)) == len(ids)
    assert [one for one in ids if one in {row.id for row in rows}] == [row.id for row in rows]


async def test_references_are_attached_in_one_statement(database: Database, ann: Caller):
    bob = await account(database, "bob")
    chief = await account(database, "chief", Role.ADMIN)
    rows = [
        await note(database, owner, title)
        for owner, title in ((ann, "one"), (bob, "two"), (bob, "three"))
    ]

    accounts = Accounts(UnitOfWork(database), chief)
    await accounts.attach(rows, "owner")
    assert [row.__dict__["owner"].id for row in rows] == [ann.user_id, bob.user_id, bob.user_id]
    assert accounts.work.queries == 1

    await Accounts(UnitOfWork(database), ann).attach(rows, "owner")
    assert [row.__dict__["owner"] is not None for row in rows] == [True, False, False]


async def test_nothing_to_attach_asks_nothing(database: Database, ann: Caller):
    accounts = Accounts(UnitOfWork(database), ann)
    await accounts.attach([], "owner")
    assert accounts.work.queries == 0
