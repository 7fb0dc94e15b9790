"""Which endpoints compile, and the reason that is given where one does not."""

from collections.abc import AsyncIterator
from typing import Annotated, Any
from uuid import UUID

import pytest
from fastapi import Depends, Header, Path, Query, Request

from backstay.data import Caller
from backstay.web import Allow, Anyone, IfMatch, Work
from backstay.web.plan import Plan
from backstay.web.routes import routes_of
from tests.desk.app import make
from tests.desk.schemas import NoteCreate, NoteQuery
from tests.desk.services import NoteServiceOf, SignedIn

Other = Annotated[Caller, Depends(Allow("guest"))]


async def generator() -> AsyncIterator[int]:
    yield 1


def plain_generator() -> Any:
    yield 1


class Reader:
    async def __call__(self) -> int:
        return 1


async def whole(
    notes: NoteServiceOf,
    note_id: Annotated[UUID, Path()],
    match: IfMatch,
    query: Annotated[NoteQuery, Query()],
    data: NoteCreate,
) -> None: ...


async def default(number: int = 1) -> None: ...


async def header(name: Annotated[str, Header()]) -> None: ...


async def request(request: Request) -> None: ...


async def yields(number: Annotated[int, Depends(generator)]) -> None: ...


async def yields_plainly(number: Annotated[int, Depends(plain_generator)]) -> None: ...


async def called(number: Annotated[int, Depends(Reader())]) -> None: ...


async def two_policies(one: SignedIn, other: Other) -> None: ...


async def two_bodies(one: NoteCreate, other: NoteQuery) -> None: ...


def threaded(_: Anyone) -> None: ...


async def inner(data: NoteCreate) -> None: ...


async def body_below(data: Annotated[None, Depends(inner)]) -> None: ...


def test_a_whole_signature_compiles():
    plan = Plan(whole)

    assert plan.why_not is None
    assert plan.allow is not None
    assert plan.uses_work
    assert (plan.query, plan.body) == (NoteQuery, NoteCreate)
    assert [name for name, *_ in plan.path] == ["note_id"]
    assert not plan.public


@pytest.mark.parametrize(
    ("endpoint", "why"),
    [
        (default, "`number`"),
        (header, "`name`"),
        (request, "`request`"),
        (yields, "generator"),
        (yields_plainly, "plain_generator"),
        (called, "Reader"),
        (two_policies, "two policies"),
        (two_bodies, "`other`"),
        (threaded, "not async"),
        (body_below, "`data`"),
    ],
)
def test_the_reason_is_named_where_stock_must_answer(endpoint: Any, why: str):
    assert why in (Plan(endpoint).why_not or "")


async def once(work: Work) -> list[int]:
    return []


async def again(one: Annotated[list[int], Depends(once)]) -> list[int]:
    return one


async def shares(
    _: Anyone,
    one: Annotated[list[int], Depends(once)],
    other: Annotated[list[int], Depends(again)],
) -> None: ...


def test_a_dependency_that_is_needed_twice_is_made_once():
    plan = Plan(shares)
    assert plan.why_not is None
    assert plan.public
    assert len(plan.steps) == 2


async def same_id(
    note_id: Annotated[UUID, Path()], notes: Annotated[int, Depends(lambda: 1)]
) -> None: ...


def test_a_lambda_is_a_plain_function():
    assert Plan(same_id).why_not is None


def test_an_older_fastapi_shows_its_routes_at_once(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delattr("fastapi.routing.iter_route_contexts")
    found = {one.template for one in routes_of(make("sqlite:///x"))}
    assert {"/health", "/ready"} <= found
