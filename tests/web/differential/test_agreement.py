"""Compiled operations and stock FastAPI give the same answers to the same requests."""

import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backstay.web.routes import routes_of
from tests.desk.app import Desk, serving
from tests.web.differential.oddities import router
from tests.web.differential.requests import ODD, Ask, asks

IGNORED = {"x-request-id", "ratelimit", "date"}
VOLATILE = re.compile(r'"(timestamp|request_id|access_token|refresh_token|next)":"[^"]*"')
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


class Side:
    """One of the two services, with a caller of its own and the notes that it made."""

    def __init__(self, desk: Desk, headers: dict[str, str]) -> None:
        self.desk = desk
        self.headers = headers
        self.notes: list[str] = []
        self._names: dict[str, str] = {}

    async def answer(self, ask: Ask) -> tuple[Any, ...]:
        """Status, headers and body, with what differs between any two runs made the same."""
        known = self.notes[-1] if self.notes else "none-yet"
        sent = [
            (name.encode(), value.encode("latin-1"))
            for name, value in (self.headers | ask.headers).items()
        ]
        path = ask.path.replace("known", known)
        got = await self.desk.client.request(
            ask.method, path + ask.query, content=ask.body, headers=sent
        )
        if got.status_code == 201 and "location" in got.headers:
            self.notes.append(got.headers["location"].rpartition("/")[2])
        headers = sorted(
            (name, self._same(value)) for name, value in got.headers.items() if name not in IGNORED
        )
        return got.status_code, headers, self._same(got.content.decode())

    def _same(self, text: str) -> str:
        text = VOLATILE.sub(r'"\1":"#"', text).replace("bea@", "ann@")
        return UUID.sub(lambda one: self._names.setdefault(one[0], f"#{len(self._names)}"), text)


@pytest.fixture
async def sides(database_url: str) -> AsyncIterator[tuple[Side, Side]]:
    """The compiled service and the stock one, on one database, with an account each."""
    async with AsyncExitStack() as stack:
        made = []
        for compiled, name in ((True, "ann"), (False, "bea")):
            desk = await stack.enter_async_context(
                serving(database_url, compiled=compiled, more=router)
            )
            side = Side(desk, await desk.sign_in(name))
            for title in ("first", "second"):
                await side.answer(Ask("POST", "/notes", body=b'{"title": "%s"}' % title.encode()))
            made.append(side)
        yield made[0], made[1]


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(script=st.lists(asks, min_size=6, max_size=12))
async def test_both_paths_agree(sides: tuple[Side, Side], script: list[Ask]):
    compiled, stock = sides
    for ask in script:
        assert await compiled.answer(ask) == await stock.answer(ask), ask


@pytest.mark.parametrize("method", ["GET", "HEAD"])
async def test_both_paths_agree_on_every_odd_route(sides: tuple[Side, Side], method: str):
    compiled, stock = sides
    for path in ODD:
        ask = Ask(method, f"/odd/{path}")
        assert await compiled.answer(ask) == await stock.answer(ask), ask


async def test_the_suite_reaches_compiled_and_stock_routes(sides: tuple[Side, Side]):
    found = routes_of(sides[0].desk.service)
    assert sum(one.compiled is not None for one in found) > 12
    assert sum(one.compiled is None and one.template.startswith("/api/odd") for one in found) > 8
