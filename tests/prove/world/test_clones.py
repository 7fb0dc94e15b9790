"""Clones: copies past the service, unlike their row wherever a uniqueness would meet them."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from backstay.prove.world.bodies import NoRowError
from backstay.prove.world.clones import arrange, clone, cloned, crowd, set_aside, standing
from backstay.prove.world.distinct import another, uniquenesses
from backstay.prove.world.gone import gone, owned
from backstay.prove.world.person import Person
from backstay.prove.world.row import Row
from backstay.prove.world.world import World
from tests.prove.shelf import shelf
from tests.prove.world.service import Service, world_of

SHELF = shelf()
BOOK, LOAN = SHELF.resource("Book"), SHELF.resource("Loan")


class Scene:
    """A reader with a book and a loan of it, and the rows that are stored."""

    def __init__(self, world: World, who: Person, loan: Row, rows: dict[str, Any]) -> None:
        assert loan.parent is not None
        self.world, self.who, self.loan, self.book, self.rows = world, who, loan, loan.parent, rows


@pytest.fixture
async def scene() -> AsyncIterator[Scene]:
    service = Service(SHELF)
    world = world_of(SHELF, service)
    who = await world.person("reader")
    book = await world.make(BOOK, who, owner_id=who.id)
    columns = {"book_id": book.id, "user_id": who.id, "began": "2026-01-01T00:00:00Z"}
    loan = await world.make(LOAN, who, book, **columns, ended=None)
    yield Scene(world, who, loan, service.memory.rows)
    await world.client.close()


async def test_a_copy_is_the_row_but_for_its_id_and_what_is_unique(scene):
    copy = await clone(scene.world, scene.book)
    stored = scene.rows[copy.id]
    assert copy.id != scene.book.id
    assert copy.parameters == {"book_id": copy.id}
    assert stored["title"] == scene.book.data["title"]
    assert stored["isbn"] == copy.data["isbn"] != scene.book.data["isbn"]
    given = await clone(scene.world, scene.book, isbn="0000000000")
    assert scene.rows[given.id]["isbn"] == "0000000000"


async def test_a_copy_under_another_parent(scene):
    above = await clone(scene.world, scene.book)
    copy = await clone(scene.world, scene.loan, above)
    assert copy.parent == above
    assert copy.parameters == {"book_id": above.id, "loan_id": copy.id}
    assert str(scene.rows[copy.id]["book_id"]) == above.id


async def test_two_copies_do_not_meet_under_the_uniqueness_of_a_reference(scene):
    copy = await clone(scene.world, scene.loan)
    assert scene.rows[copy.id]["user_id"] != scene.loan.data["user_id"]
    assert str(scene.rows[copy.id]["user_id"]) in scene.rows


async def test_a_copy_for_a_while_is_gone_afterwards(scene):
    async with cloned(scene.world, scene.book) as copy:
        assert copy.id in scene.rows
    assert copy.id not in scene.rows


async def test_a_copy_stands_with_other_values_until_its_block_fails(scene):
    async def failing() -> None:
        async with standing(scene.world, scene.book, {"pages": 7}) as copy:
            assert scene.rows[copy.id]["pages"] == copy.data["pages"] == 7
            raise ValueError(copy.id)

    with pytest.raises(ValueError) as failed:
        await failing()
    assert str(failed.value) not in scene.rows


async def test_a_crowd_is_various_and_told_apart(scene):
    rows = await crowd(scene.world, scene.book, 12, "pages", "kind", "owner")
    stored = [scene.rows[row.id] for row in rows]
    assert len({row["isbn"] for row in stored}) == 12
    for name in ("pages", "kind", "owner_id", "created_at"):
        assert 1 < len({row[name] for row in stored}) < 12
    assert all(row["title"] == scene.book.data["title"] for row in stored)


async def test_a_row_is_set_aside_from_what_is_unique_only_sometimes(scene):
    aside = await set_aside(scene.world, scene.loan)
    assert aside.data["ended"] is not None
    assert scene.rows[aside.id]["ended"] is not None
    same = await arrange(scene.world, scene.book, {})
    assert same.data == scene.book.data


async def test_rows_go_in_the_way_of_their_resource(scene):
    await gone(scene.world, scene.loan)
    assert scene.loan.id not in scene.rows
    await gone(scene.world, scene.book)
    assert scene.rows[scene.book.id]["deleted_at"] is not None


async def test_what_is_somebodys_has_all_that_stands_above_it(scene):
    other = await scene.world.person("reader")
    copy = await owned(scene.world, scene.loan, other)
    assert str(scene.rows[copy.id]["user_id"]) == other.id
    assert copy.parent is not None
    assert str(scene.rows[copy.parent.id]["owner_id"]) == other.id
    account = await owned(scene.world, Row(SHELF.login, {}, "", {}), other)
    assert (account.id, account.parameters) == (other.id, {"user_id": other.id})


async def test_what_is_not_stored_cannot_be_copied(scene):
    scene.rows.clear()
    with pytest.raises(NoRowError, match="just made is not in the database"):
        await clone(scene.world, scene.book)
    with pytest.raises(NoRowError, match="there is no Book"):
        await another(scene.world, BOOK, scene.book.id)


def test_unique_fields_are_rules_too():
    assert [rule.unique for rule in uniquenesses(BOOK)] == [("isbn",)]
    assert len(list(uniquenesses(LOAN))) == 2
