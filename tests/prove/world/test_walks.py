"""Walks: every page of a list, by pages and by cursors, until one is refused."""

from collections.abc import Callable

import httpx2
import pytest

from backstay.prove.world.lists import asked, stand
from backstay.prove.world.person import Person
from backstay.prove.world.walks import walk
from tests.prove.shelf import TEXT, shelf
from tests.prove.world.service import Service, refused, world_of

PAGES = shelf()
CURSORS = shelf(TEXT.replace("defaults:\n", "defaults:\n  page: cursor, default 2, max 4\n"))
WHO = Person("ann", "1", "reader", "a@example.org", "t", "r")


class Lists(Service):
    """Also shows seven books, as one of the two modes has it."""

    cursors = False

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        if request.method != "GET":
            return super().__call__(request)
        self.asked.append(request)
        query = request.url.params
        limit, start = int(query["limit"]), int(query.get("cursor", 0))
        if not self.cursors:
            start = limit * (int(query.get("page", 1)) - 1)
        if str(start) in self.refuses:
            return self.refuses[str(start)]
        rows = [{"id": str(place)} for place in range(7)][start : start + limit]
        meta: dict[str, int | None] = {
            "total": 7,
            "page": start // limit + 1,
            "pages": -(-7 // limit),
        }
        if self.cursors:
            meta = {"next": start + limit if start + limit < 7 else None}
        return httpx2.Response(200, json={"data": rows, "meta": meta})


@pytest.fixture(params=["pages", "cursors"])
def lists(request) -> Lists:
    service = Lists(PAGES)
    service.cursors = request.param == "cursors"
    return service


async def test_all_pages_are_walked_once(lists):
    blueprint = CURSORS if lists.cursors else PAGES
    book = blueprint.resource("Book")
    found = await walk(world_of(blueprint, lists), WHO, book, {}, 3, kind="a b")
    assert found.ids == [str(place) for place in range(7)]
    assert found.total == (None if lists.cursors else 7)
    assert len(lists.asked) == 3
    assert all("kind=a%20b&limit=3" in str(request.url) for request in lists.asked)


async def test_a_page_that_is_refused_ends_the_walk(lists):
    blueprint = CURSORS if lists.cursors else PAGES
    lists.refuses["3"] = refused(500, "internal")
    found = await walk(world_of(blueprint, lists), WHO, blueprint.resource("Book"), {}, 3)
    assert (found.ids, found.total, found.last.status) == (["0", "1", "2"], None, 500)


async def test_as_many_rows_a_page_as_are_allowed():
    service = Lists(PAGES)
    book = PAGES.resource("Book")
    await walk(world_of(PAGES, service), WHO, book, {})
    assert service.asked[0].url.params["limit"] == str(book.listing.page.max)


async def test_a_stand_has_a_crowd_and_somebody_who_reads_it():
    service = Lists(PAGES)
    found = await stand(world_of(PAGES, service), PAGES.resource("Book"), 5, "pages")
    assert len(found.rows) == 5
    assert all(row.id in service.memory.rows for row in found.rows)
    assert (await found.walk(3)).total == 7
    assert (found.parameters, found.resource.name) == ({}, "Book")
    row = {"id": "1", "created_at": "2026-01-01T00:00:00Z", "pages": 3}
    assert (found.value(row, "id"), found.value(row, "pages")) == ("1", 3)
    assert found.value(row, "created_at").year == 2026


@pytest.mark.parametrize(("value", "text"), [(True, "true"), (False, "false"), (3, "3")])
def test_values_in_a_query(value, text):
    said: Callable[[object], str] = asked
    assert said(value) == text
