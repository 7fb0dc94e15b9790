"""Rows: made with the parents and references that they need, or it is said why not."""

import pytest

from backstay.prove.world.bodies import NoRowError
from backstay.prove.world.rows import OnlyOneError
from tests.prove.shelf import TEXT, shelf
from tests.prove.world.service import Service, refused, world_of

SHELF = shelf()


@pytest.fixture
def service() -> Service:
    return Service(SHELF)


async def test_a_row_keeps_what_was_answered(service):
    world = world_of(SHELF, service)
    who = await world.person("reader")
    row = await world.make(SHELF.resource("Book"), who, title="mine")
    assert (row.data["title"], row.etag, row.parent) == ("mine", '"1"', None)
    assert row.parameters == {"book_id": row.id}


async def test_a_nested_row_stands_under_a_parent_that_is_made_for_it(service):
    world = world_of(SHELF, service)
    who = await world.person("reader")
    row = await world.make(SHELF.resource("Loan"), who)
    assert row.parent is not None
    assert row.parameters == {"book_id": row.parent.id, "loan_id": row.id}
    assert service.asked[-1].url.path == f"/api/v1/books/{row.parent.id}/loans"
    parameters, body = await world.rows.prepared(SHELF.resource("Loan"), who)
    assert set(parameters) == {"book_id"}
    assert "book_id" not in body


async def test_what_is_refused_is_no_row(service):
    world = world_of(SHELF, service)
    who = await world.person("reader")
    service.refuses["/books"] = refused(403, "forbidden")
    with pytest.raises(NoRowError, match=r"no Book can be made: .*403"):
        await world.make(SHELF.resource("Book"), who)


async def test_of_rows_that_one_may_have_once_the_one_that_is_there_is_seen(service):
    world, book = world_of(SHELF, service), SHELF.resource("Book")
    who = await world.person("reader")
    row = await world.make(book, who)
    service.refuses["/books"] = refused(409, "not_unique")
    assert await world.rows.seen_by(book, who) == row
    other = await world.person("reader")
    with pytest.raises(OnlyOneError, match="no second Book"):
        await world.rows.seen_by(book, other)


async def test_who_makes_none_sees_a_row_of_somebody_who_does():
    read_only = shelf(
        TEXT.replace(
            '{admin: all, owner: "create, read, update, delete"}', "{admin: all, reader: read}"
        )
    )
    world = world_of(read_only, Service(read_only))
    who = await world.person("reader")
    row = await world.rows.seen_by(read_only.resource("Book"), who)
    assert row.resource.name == "Book"
    makers = [one.who for one in world.client.kept if one.path.endswith("/books")]
    assert makers[0].startswith("admin")


async def test_a_row_that_one_may_neither_make_nor_read_is_not_seen():
    closed = shelf(
        TEXT.replace('{admin: all, owner: "create, read, update, delete"}', "{admin: all}")
    )
    world = world_of(closed, Service(closed))
    with pytest.raises(NoRowError, match="reader can neither make nor read a Book"):
        await world.rows.seen_by(closed.resource("Book"), await world.person("reader"))
