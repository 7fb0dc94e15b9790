"""The desk as a service, started for one test."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from fastapi import APIRouter
from httpx2 import ASGITransport, AsyncClient

from backstay.settings import ServiceSettings
from backstay.web import Service
from tests.desk import tables
from tests.desk.models import Account, Role
from tests.desk.people import account
from tests.desk.routes import router

SECRET = "only-for-tests-0123456789abcdefghijklmnop"
SETTINGS: dict[str, Any] = {
    "app_name": "desk",
    "secret_key": SECRET,
    "environment": "test",
    "requests": 100_000,
    "shed_lag": 0,
    "_env_file": None,
}


class Desk:
    """A running service and a client of it."""

    def __init__(self, service: Service, client: AsyncClient) -> None:
        self.service = service
        self.client = client
        self.database = service.state.database

    async def sign_in(self, name: str = "ann", role: Role = Role.MEMBER) -> dict[str, str]:
        """A new account; gives the headers that its requests carry."""
        await account(self.database, name, role)
        given = {"email": f"{name}@desk.test", "password": "open sesame"}
        answer = await self.client.post("/login", json=given)
        return {"authorization": f"Bearer {answer.json()['data']['access_token']}"}


def make(
    url: str,
    *,
    compiled: bool = True,
    more: APIRouter | None = None,
    options: dict[str, Any] | None = None,
    **changes: Any,
) -> Service:
    """The service over a database; `more` are further routes, `changes` further settings."""
    given = SETTINGS | {"database_url": url} | changes
    settings = ServiceSettings(**given)
    migrations = Path(__file__).parent / "migrations"
    service = Service(
        settings, accounts=Account, migrations=migrations, compiled=compiled, **(options or {})
    )
    for each in (router, more):
        if each is not None:
            service.include_router(each, prefix="/api")
    return service


@asynccontextmanager
async def serving(url: str, **options: Any) -> AsyncIterator[Desk]:
    """The service, started, with a client; errors of the service never reach the client."""
    service = make(url, **options)
    async with service.router.lifespan_context(service):
        transport = ASGITransport(service, raise_app_exceptions=False)
        async with AsyncClient(transport=transport, base_url="http://desk/api") as client:
            yield Desk(service, client)


Serving = Callable[..., Any]
__all__ = ["Desk", "Serving", "make", "serving", "tables"]
