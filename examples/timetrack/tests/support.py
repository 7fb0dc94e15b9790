"""A running service, and people who use it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from backstay.data import SYSTEM, Caller, SqlRepository, UnitOfWork
from backstay.web import Service
from httpx2 import AsyncClient, Response

from src.core.security import Role
from src.repositories.user_repository import UserRepository
from src.schemas.auth import Register
from tests.factories.auth import register_body


@dataclass(frozen=True)
class Person:
    """Somebody who is signed in."""

    id: UUID
    role: Role
    headers: dict[str, str]
    refresh_token: str


@dataclass(frozen=True)
class Made:
    """A stored row: what the API said of it, where it is, and its version."""

    data: dict[str, Any]
    path: str
    etag: str

    @property
    def id(self) -> str:
        """Its id, as text."""
        return str(self.data["id"])

    @property
    def siblings(self) -> str:
        """The list that it is on."""
        return self.path.rpartition("/")[0]


class World:
    """Sends requests as somebody."""

    def __init__(self, service: Service, client: AsyncClient) -> None:
        self.service = service
        self.client = client

    async def person(self, role: Role = Role.ADMIN) -> Person:
        """A new account with a role, signed in without a password's cost."""
        sign_in = self.service.state.sign_in
        work = UnitOfWork(self.service.state.database)
        values = Register(**register_body()).model_given()
        values |= {"role": role, "password_hash": "-"}
        values.pop("password")
        account = UserRepository(work, SYSTEM).add(values)
        pair = sign_in.open(work, account)
        await work.commit()
        headers = {"authorization": f"Bearer {pair.access_token}"}
        return Person(account.id, role, headers, pair.refresh_token)

    async def switch_off(self, who: Person) -> None:
        """What an admin does to an account that should be used no more."""
        work = UnitOfWork(self.service.state.database)
        accounts = UserRepository(work, SYSTEM)
        account = await accounts.find(who.id)
        assert account is not None
        accounts.change(account, {"is_active": False})
        await work.commit()

    async def send(
        self, who: Person | None, method: str, path: str, body: Any = None, **headers: str
    ) -> Response:
        """One request; header names have underscores for dashes."""
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        own = who.headers if who is not None else {}
        path = path.removeprefix("/api/v1")
        return await self.client.request(method, path, json=body, headers=own | given)

    async def made(self, who: Person, path: str, body: dict[str, Any]) -> Made:
        """A row that is created, and must be."""
        answer = await self.send(who, "POST", path, body)
        assert answer.status_code == 201, answer.text
        data = answer.json()["data"]
        return Made(data, answer.headers["location"], answer.headers["etag"])

    async def ids(self, who: Person, path: str, /, **query: Any) -> list[str]:
        """The ids on a list, on all of its pages."""
        path = path.removeprefix("/api/v1")
        found: list[str] = []
        while True:
            answer = await self.client.get(path, params=query, headers=who.headers)
            assert answer.status_code == 200, answer.text
            found += [row["id"] for row in answer.json()["data"]]
            meta = answer.json()["meta"]
            if meta.get("next"):
                query["cursor"] = meta["next"]
            elif meta.get("page", 0) < meta.get("pages", 0):
                query["page"] = meta["page"] + 1
            else:
                return found

    async def bring(
        self, kind: type[SqlRepository[Any]], who: Person, made: Made, /, **values: Any
    ) -> None:
        """Bring a stored row into a state, past all that the service would refuse."""
        work = UnitOfWork(self.service.state.database)
        rows = kind(work, Caller(who.id, who.role))
        rows.change(await rows.find(UUID(made.id)), values)
        await work.commit()


def code_of(answer: Response) -> tuple[int, str]:
    """The status and the code of an error."""
    return answer.status_code, answer.json()["error"]["code"]


def fields_of(answer: Response) -> list[str]:
    """The fields that an error names."""
    return [detail["field"] for detail in answer.json()["error"]["details"]]
