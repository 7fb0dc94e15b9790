"""Answers: each question is asked once, and keeps what was sent to the database for it alone."""

from contextlib import asynccontextmanager
from json import loads
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import httpx2
import pytest

from backstay.prove.plans import answers
from backstay.prove.plans.answers import asked
from backstay.prove.plans.heard import Statement
from backstay.prove.plans.questions import Question
from tests.prove.shelf import TEXT, shelf, stock_of
from tests.prove.world.service import Service, client_of, world_of

SHELF = shelf()


class Heard:
    """An ear that hears one statement for each request since the last time, said twice."""

    base = "http://127.0.0.1:9"

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.read = 0

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.asked.append(request.url.raw_path.decode())
        return httpx2.Response(404 if "/loans/" in request.url.path else 200, json={"data": []})

    def since(self) -> list[Statement]:
        new, self.read = self.asked[self.read :], len(self.asked)
        return [one for path in new for one in said(path)]


def said(path: str) -> list[Statement]:
    again = [Statement(path), Statement(path)]  # a long read of SQLite that begins again
    return [Statement("PRAGMA foreign_keys=ON"), Statement(";"), *again]


@pytest.fixture
async def ear(monkeypatch: pytest.MonkeyPatch) -> Heard:
    heard = Heard()

    @asynccontextmanager
    async def overheard(_):
        yield heard

    monkeypatch.setattr(answers, "overheard", overheard)
    monkeypatch.setattr(answers, "Client", lambda _: client_of(heard))
    return heard


async def test_every_question_has_its_own_statements_and_status(ear, monkeypatch):
    stock = stock_of(SHELF)
    stock.rows["Loan"] = stock.rows["Loan"][:1]
    world = world_of(SHELF, Service(SHELF))

    async def stocked(_):
        return stock

    monkeypatch.setattr(answers, "stocked", stocked)
    found = await asked(world)
    assert {one.resource for one in found.statuses} == {"User", "Book", "Loan"}
    limited = Question("Book", "limit 1")
    assert found.statements[limited] == [Statement("/api/v1/books?limit=1")]
    assert found.statuses[limited] == 200
    assert found.statuses[Question("Loan", "get")] == 404
    assert sum("limit=2" in path for path in ear.asked) == 3, "the first of each is not counted"


async def test_what_has_no_rows_is_not_asked(ear, monkeypatch):
    stock = stock_of(SHELF)
    stock.rows["Loan"] = stock.rows["Book"] = []
    world: Any = SimpleNamespace(
        blueprint=SHELF, subject=None, people=world_of(SHELF, Service(SHELF)).people
    )

    async def once(_):
        return stock

    world.once = once
    found = await asked(world)
    assert {one.resource for one in found.statuses} == {"User"}


async def test_rows_are_asked_for_by_who_reads_them(ear, monkeypatch):
    text = TEXT.replace("access: {admin: all, owner:", "access: {owner:").replace(
        "access: {admin: all, user:", "access: {user:"
    )
    blueprint = shelf(text)
    stock, service = stock_of(blueprint), Service(blueprint)
    world = world_of(blueprint, service)

    async def stocked(_):
        return stock

    monkeypatch.setattr(answers, "stocked", stocked)
    await asked(world)
    signed_in = [loads(one.content)["email"] for one in service.asked]
    owner = next(row for row in stock.of("User") if row["email"] == signed_in[1])
    book = next(path for path in ear.asked if path.startswith("/api/v1/books/"))
    assert stock.find("Book", UUID(book.rpartition("/")[2]))["owner_id"] == owner["id"]


async def test_what_nobody_reads_is_not_asked(ear, monkeypatch):
    readers = [{**row, "role": "reader"} for row in stock_of(SHELF).of("User")]
    stock = stock_of(SHELF)
    stock.rows |= {"User": [*readers]}
    stock.rows["Book"] = [{**row, "owner_id": UUID(int=1)} for row in stock.of("Book")]
    world = world_of(SHELF, Service(SHELF))

    async def stocked(_):
        return stock

    monkeypatch.setattr(answers, "stocked", stocked)
    found = await asked(world)
    assert {one.resource for one in found.statuses} == {"User"}
