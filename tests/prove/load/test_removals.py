from itertools import islice

import pytest

from backstay.prove.load.reach import Reach
from backstay.prove.load.removals import divided, removals
from backstay.prove.load.shots import Shot
from backstay.prove.load.supplies import Supplies
from backstay.prove.world.bodies import NoRowError
from tests.prove.load.people import Client, crowd_of, operation_of, world_of
from tests.prove.shelf import shelf, stock_of

BLUEPRINT = shelf()
DELETE = operation_of(BLUEPRINT, "delete_book")
STOCK = stock_of(BLUEPRINT)
REACH = Reach(BLUEPRINT, STOCK, crowd_of(STOCK))


def creations(name: str, amount: int) -> list[Shot]:
    stock = stock_of(BLUEPRINT)
    supplies = Supplies(world_of(BLUEPRINT), stock, crowd_of(stock))
    return list(islice(supplies.shots(operation_of(BLUEPRINT, name)), amount))


async def test_each_row_is_deleted_by_who_made_it():
    client = Client()
    made = creations("create_book", 5)
    shots = await removals(world_of(BLUEPRINT, client), REACH, DELETE, made)
    assert [shot.path for shot in shots] == [f"/api/v1/books/{number}" for number in range(1, 6)]
    assert [shot.caller for shot in shots] == [shot.caller for shot in made]
    assert all(shot.row for shot in shots)
    assert client.sent == [("POST", "/api/v1/books")] * 5


async def test_a_row_without_lock_needs_no_version():
    delete = operation_of(BLUEPRINT, "delete_user")
    shots = await removals(world_of(BLUEPRINT), REACH, delete, creations("create_user", 2))
    assert not any(shot.row for shot in shots)


async def test_none_at_all_is_told():
    with pytest.raises(NoRowError, match="no Book to delete can be made"):
        await removals(world_of(BLUEPRINT, Client(409)), REACH, DELETE, creations("create_book", 2))


def test_where_there_are_enough_each_kind_has_what_it_wants():
    under_load, before = divided(world_of(BLUEPRINT), REACH, creations("create_book", 30), 10, 30)
    assert (len(under_load), len(before)) == (20, 10)


def test_where_there_are_few_they_are_halved():
    under_load, before = divided(world_of(BLUEPRINT), REACH, creations("create_book", 7), 20, 40)
    assert (len(under_load), len(before)) == (3, 4)
    assert not set(map(id, under_load)) & set(map(id, before))
