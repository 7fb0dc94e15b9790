"""A service of a few lines that keeps whatever it is sent, and a database that sees the same."""

from collections.abc import Callable, Mapping, Sequence
from json import loads
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import httpx2

from backstay.blueprint import Blueprint
from backstay.blueprint.contract import Resource
from backstay.prove.world.client import Client
from backstay.prove.world.world import World

Answer = Callable[[httpx2.Request], httpx2.Response]


class Memory:
    """Rows by id as the prover stores them, and the SQL that it ran."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, Any]] = {}
        self.ran: list[str] = []

    async def execute(self, sql: str) -> int:
        self.ran.append(sql)
        return 1

    async def insert(self, _: Blueprint, __: Resource, rows: Sequence[Mapping[str, Any]]) -> None:
        self.rows |= {str(row["id"]): dict(row) for row in rows}

    async def row(self, _: Resource, row_id: str) -> dict[str, Any] | None:
        return self.rows.get(row_id)

    async def change(self, _: Resource, row_id: str, values: Mapping[str, Any]) -> None:
        self.rows[row_id] |= values

    async def remove(self, _: Resource, row_id: str) -> None:
        del self.rows[row_id]


class Service:
    """Signs everybody up and in, and makes every row; `refuses` answers before it does."""

    def __init__(self, blueprint: Blueprint) -> None:
        self.resources = {one.plural: one for one in blueprint.resources}
        self.resources["register"] = blueprint.login
        self.memory = Memory()
        self.asked: list[httpx2.Request] = []
        self.refuses: dict[str, httpx2.Response] = {}
        self.joins_as = "reader"

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.asked.append(request)
        path = request.url.path
        for end, answer in self.refuses.items():
            if path.endswith(end):
                return answer
        if path.endswith("/login"):
            return data(200, access_token=f"t{len(self.asked)}", refresh_token="r")
        if request.method == "GET":
            return data(200, **self.shown(path.rpartition("/")[2]))
        sent = loads(request.content or b"{}")
        role = {"role": self.joins_as} if path.endswith("/register") else {}
        made = {**sent, **role, "id": str(uuid4())}
        return data(201, **self.kept(path.rpartition("/")[2], made))

    def kept(self, name: str, made: dict[str, Any]) -> dict[str, Any]:
        """The row with every column that it has, stored."""
        found = self.resources.get(name)
        whole = {field.wire: None for field in found.fields} if found else {}
        self.memory.rows[made["id"]] = whole = {**whole, **made}
        return whole

    def shown(self, row_id: str) -> dict[str, Any]:
        """The row as an answer has it."""
        return {name: _plain(value) for name, value in self.memory.rows[row_id].items()}


def data(status: int, /, **content: Any) -> httpx2.Response:
    """An answer with a row."""
    return httpx2.Response(status, json={"data": content}, headers={"etag": '"1"'})


def refused(status: int, code: str) -> httpx2.Response:
    """An answer with an error."""
    return httpx2.Response(status, json={"error": {"code": code}})


def client_of(answer: Answer) -> Client:
    """A client whose requests stay in this process."""
    client = Client("http://127.0.0.1:9")
    transport = httpx2.MockTransport(answer)
    client.http = httpx2.AsyncClient(base_url=client.base, transport=transport)
    return client


def world_of(blueprint: Blueprint, service: Service) -> World:
    """The world of such a service."""
    subject: Any = SimpleNamespace(
        project=SimpleNamespace(blueprint=blueprint), database=service.memory
    )
    return World(subject, client_of(service))


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, UUID) else value
