"""Idempotency keys: one effect and one answer, however many ask at once."""

import asyncio

import pytest

from backstay.data import SYSTEM, Caller, UnitOfWork
from backstay.data.database import Database
from backstay.data.idempotency import Key, KeyReused, KeyUsed
from backstay.errors import NotUnique
from tests.desk.people import note, notes
from tests.desk.repositories import NOTES, Notes


def key(caller: Caller, name: str = "k", body: bytes = b"{}") -> Key:
    return Key.of(caller.user_id, name, b"POST", body)


async def made_once(database: Database, ann: Caller, title: str, *, begun: bool) -> str:
    """Create a note under one key; the answer, first or repeated."""
    work = UnitOfWork(database)
    if begun:
        await work.begin()
    Notes(work, ann).add({"title": title, "owner_id": ann.user_id})
    key(ann).keep(work, title.encode())
    try:
        await work.commit()
    except KeyUsed:
        stored = await key(ann).stored(UnitOfWork(database))
        assert stored is not None
        return stored.decode()
    return title


@pytest.mark.parametrize("begun", [False, True])
async def test_one_key_is_one_effect_and_one_answer(
    database: Database, ann: Caller, *, begun: bool
):
    titles = [f"note {place}" for place in range(12)]

    answers = await asyncio.gather(*(made_once(database, ann, one, begun=begun) for one in titles))

    found = await notes(database, ann).rows(NOTES)
    assert [row.title for row in found] == [answers[0]]
    assert set(answers) == {answers[0]}


async def test_a_key_with_several_writes_is_all_or_nothing(database: Database, ann: Caller):
    first = await note(database, ann, "first")

    async def change() -> None:
        mine = notes(database, ann)
        row = await mine.find(first.id)
        assert row is not None
        mine.add({"title": f"with {row.row_version}", "owner_id": ann.user_id})
        mine.change(row, {"stars": (row.stars or 0) + 1})
        key(ann).keep(mine.work, b"done")
        await mine.work.commit()

    await change()
    with pytest.raises(KeyUsed):
        await change()
    row = await notes(database, ann).find(first.id)
    assert row is not None
    assert (row.stars, len(await notes(database, ann).rows(NOTES))) == (1, 2)


async def test_a_failing_effect_burns_no_key(database: Database, ann: Caller):
    await note(database, ann, "taken")
    work = UnitOfWork(database)
    Notes(work, ann).add({"title": "taken", "owner_id": ann.user_id})
    key(ann).keep(work, b"never")
    with pytest.raises(NotUnique):
        await work.commit()

    assert await key(ann).stored(UnitOfWork(database)) is None


async def test_a_key_stands_for_one_request_of_one_caller(database: Database, ann: Caller):
    work = UnitOfWork(database)
    key(ann).keep(work, b"first")
    await work.commit()

    assert await key(ann).stored(UnitOfWork(database)) == b"first"
    assert await key(SYSTEM).stored(UnitOfWork(database)) is None
    with pytest.raises(KeyReused):
        await key(ann, body=b"[]").stored(UnitOfWork(database))


def test_the_parts_of_a_request_cannot_be_moved_across_their_borders():
    assert Key.of(SYSTEM.user_id, "k", b"a", b"bc") != Key.of(SYSTEM.user_id, "k", b"ab", b"c")
