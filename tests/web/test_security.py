"""What sign-in routes ask for, filled alike by the compiled path and by stock FastAPI."""

from typing import Annotated

import pytest
from fastapi import APIRouter, Path
from httpx2 import ASGITransport, AsyncClient

from backstay.errors import LoginFailed
from backstay.web import Anyone, LoginAttempts, OperationRoute
from backstay.web.inventory import Entry, inventory
from tests.desk.app import Desk, serving

more = APIRouter(route_class=OperationRoute)


@more.post("/knock/{name}")
async def knock(_: Anyone, attempts: LoginAttempts, name: Annotated[str, Path()]) -> str:
    async with attempts.at(name):
        raise LoginFailed


async def knocked(desk: Desk, address: str) -> int:
    """The status that somebody at an address gets."""
    there = ASGITransport(desk.service, client=(address, 1))
    async with AsyncClient(transport=there, base_url="http://desk/api") as client:
        return (await client.post("/knock/ann")).status_code


@pytest.mark.parametrize("compiled", [True, False])
async def test_failed_logins_are_counted_per_address(sqlite_url: str, *, compiled: bool):
    async with serving(sqlite_url, more=more, compiled=compiled, login_attempts=2) as desk:
        assert Entry("POST", "/api/knock/{name}", "") in inventory(desk.service)
        here = [await knocked(desk, "192.0.2.1") for _ in range(3)]
        elsewhere = await knocked(desk, "198.51.100.1")

    assert (here, elsewhere) == ([401, 401, 429], 401)
