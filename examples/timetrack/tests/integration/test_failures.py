"""What every operation answers when the service itself is in trouble."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from backstay.errors import DatabaseUnavailable
from backstay.web import Service
from httpx2 import ASGITransport, AsyncClient

from tests.conftest import Start
from tests.operations import declaring, send, taking_bodies
from tests.support import World, code_of


@pytest.fixture(scope="module")
async def limited(start: Start) -> AsyncIterator[Service]:
    """A service that allows one request."""
    async with start(requests=1) as app:
        yield app


@pytest.mark.parametrize("name", declaring("429"))
async def test_429_beyond_the_limit(limited: Service, name: str) -> None:
    """The second of one allowed request; each operation is asked from another address."""
    address = f"192.0.2.{1 + declaring('429').index(name) % 254}"
    async with AsyncClient(transport=ASGITransport(limited, client=(address, 1))) as client:
        world = World(limited, client)
        await send(world, name, None)
        answer = await send(world, name, None)

    assert code_of(answer) == (429, "rate_limited")
    assert int(answer.headers["retry-after"]) > 0


class Broken:
    """A database that fails in one way."""

    def __init__(self, error: Exception | None, seconds: float = 0) -> None:
        self.error = error
        self.seconds = seconds

    async def __call__(self, *_: Any) -> Any:
        await asyncio.sleep(self.seconds)
        if self.error is not None:
            raise self.error


def break_database(service: Service, how: Broken, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is asked of the database fails from now on."""
    for name in ("fetch", "commit", "begin"):
        monkeypatch.setattr(service.state.database.driver, name, how)


@pytest.mark.parametrize("name", declaring("500"))
async def test_500_tells_nothing(world: World, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A defect is logged, and the client gets a code and a request id."""
    who = await world.person()
    break_database(world.service, Broken(RuntimeError("secret detail")), monkeypatch)
    answer = await send(world, name, who)

    assert code_of(answer) == (500, "internal_error")
    assert "secret detail" not in answer.text


@pytest.mark.parametrize("name", declaring("503"))
async def test_503_without_the_database(
    world: World, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A missing database is no defect: come back later."""
    who = await world.person()
    break_database(world.service, Broken(DatabaseUnavailable()), monkeypatch)
    answer = await send(world, name, who)

    assert code_of(answer) == (503, "database_unavailable")
    assert "retry-after" in answer.headers


@pytest.fixture(scope="module")
async def hurried(start: Start) -> AsyncIterator[World]:
    """A service that gives up at once."""
    slow = start(deadline_ceiling=0.1, body_deadline=0.1)
    async with slow as app, AsyncClient(transport=ASGITransport(app)) as client:
        yield World(app, client)


async def stalled() -> AsyncIterator[bytes]:
    """A body that begins, and does not go on."""
    yield b"{"
    await asyncio.sleep(5)


@pytest.mark.parametrize("name", taking_bodies("408"))
async def test_408_for_a_body_that_does_not_come(hurried: World, name: str) -> None:
    """Whoever sends too slowly is told so."""
    headers = {"content-type": "application/json"}
    who = await hurried.person()
    answer = await send(hurried, name, who, json=None, content=stalled(), headers=headers)

    assert code_of(answer) == (408, "request_timeout")


@pytest.mark.parametrize("name", declaring("504"))
async def test_504_when_it_takes_too_long(
    hurried: World, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A request is given up at its deadline."""
    who = await hurried.person()
    break_database(hurried.service, Broken(None, seconds=5), monkeypatch)
    answer = await send(hurried, name, who)

    assert code_of(answer) == (504, "deadline_exceeded")
