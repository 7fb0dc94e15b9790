"""World: operations by kind, headers with dashes, and conditions that locked rows need."""

import pytest

from backstay.prove.world.bodies import NoRowError
from tests.prove.shelf import TEXT, shelf
from tests.prove.world.service import Service, refused, world_of

SHELF = shelf(
    TEXT.replace('owner: "create, read, update, delete"', 'owner: "create, read, update"').replace(
        "    access: {admin: all, owner", "    access: {owner"
    )
)
BOOK = SHELF.resource("Book")


async def test_a_locked_row_is_changed_under_a_condition():
    service = Service(SHELF)
    world = world_of(SHELF, service)
    who = await world.person("reader")
    row = await world.make(BOOK, who)
    await world.on(who, row, "update", {"title": "x"})
    assert service.asked[-1].headers["if-match"] == "*"
    assert service.asked[-1].method == "PATCH"
    await world.on(who, row, "update", {}, if_match='"3"')
    assert service.asked[-1].headers["if-match"] == '"3"'


async def test_operations_that_do_not_exist():
    world = world_of(SHELF, Service(SHELF))
    who = await world.person("reader")
    assert world.operation(BOOK, "delete") is None
    with pytest.raises(NoRowError, match="nobody may delete a Book"):
        await world.on(who, await world.make(BOOK, who), "delete")


async def test_nobody_asks_with_a_query_and_no_token():
    service = Service(SHELF)
    service.refuses["/books"] = refused(401, "token_missing")
    world = world_of(SHELF, service)
    operation = world.operation(BOOK, "list")
    assert operation is not None
    answer = await world.send(None, operation, query="limit=1")
    assert (answer.code, answer.asked) == ("token_missing", "GET /api/v1/books?limit=1 as nobody")
    assert "authorization" not in service.asked[-1].headers


async def test_a_row_is_seen_as_it_is_now_or_it_is_said_that_it_is_not():
    service = Service(SHELF)
    world = world_of(SHELF, service)
    who = await world.person("reader")
    row = await world.make(BOOK, who)
    service.memory.rows[row.id]["title"] = "changed"
    assert (await world.seen(who, row)).data["title"] == "changed"
    service.refuses[row.id] = refused(404, "not_found")
    with pytest.raises(NoRowError, match="a Book cannot be read"):
        await world.seen(who, row)
