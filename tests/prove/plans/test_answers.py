"""Answers: each question is asked once, and keeps what was sent to the database for it alone."""

from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import Any

import httpx2
import pytest

from backstay.prove.plans import answers
from backstay.prove.plans.answers import asked
from backstay.prove.plans.heard import Statement
from backstay.prove.plans.questions import Question
from tests.prove.shelf import shelf, stock_of
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
        blueprint=SHELF, subject=None, person=world_of(SHELF, Service(SHELF)).person
    )

    async def once(_):
        return stock

    world.once = once
    found = await asked(world)
    assert {one.resource for one in found.statuses} == {"User"}
