"""World: everything that a trial may touch on one running subject."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.operations import Operation, operations
from backstay.prove.evidence.exchange import Exchange
from backstay.prove.subject.database import Database
from backstay.prove.subject.subject import Subject
from backstay.prove.world.bodies import NoRowError
from backstay.prove.world.client import Client
from backstay.prove.world.people import People
from backstay.prove.world.person import Person
from backstay.prove.world.row import Row
from backstay.prove.world.rows import Rows

T = TypeVar("T")


class World:
    """People, rows and requests on one subject; the first account is its admin.

    `full` asks for the long form of what takes minutes.
    """

    def __init__(self, subject: Subject, client: Client, *, full: bool = False) -> None:
        self.subject = subject
        self.full = full
        self.client = client
        self.blueprint: Blueprint = subject.project.blueprint
        self.database: Database = subject.database
        self.people = People(self.blueprint, client, self.database)
        self.rows = Rows(self.blueprint, client, self.people)
        self._done: dict[Any, asyncio.Future[Any]] = {}

    async def once(self, do: Callable[["World"], Awaitable[T]]) -> T:
        """What `do` gives for this world; it is done once, for all trials.

        Raises: whatever it raised, to everybody who asks.
        """
        if do not in self._done:
            self._done[do] = asyncio.ensure_future(do(self))
        found: T = await self._done[do]
        return found

    async def person(self, role: str, name: str = "") -> Person:
        """Somebody new with that role, signed in."""
        return await self.people.person(role, name)

    async def make(
        self, resource: Resource, who: Person, parent: Row | None = None, **values: Any
    ) -> Row:
        """A new row of theirs; see `Rows.make`."""
        return await self.rows.make(resource, who, parent, **values)

    def operation(self, resource: Resource, kind: str, action: str = "") -> Operation | None:
        """The operation of that kind (`create`, `list`, ...), None where it does not exist."""
        for one in operations(self.blueprint):
            if (one.resource, one.kind, one.action) == (resource.name, kind, action):
                return one
        return None

    async def send(
        self,
        who: Person | None,
        operation: Operation,
        parameters: Mapping[str, str] | None = None,
        body: Any = None,
        query: str = "",
        **headers: str,
    ) -> Exchange:
        """Send an operation as somebody, or as nobody; header names have underscores for dashes."""
        path = operation.path.format(**(parameters or {}))
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        return await self.client.send(
            operation.method,
            f"{path}?{query}" if query else path,
            who=who.name if who else "",
            token=who.token if who else "",
            body=body,
            headers=given,
        )

    async def on(
        self, who: Person, row: Row, kind: str, body: Any = None, action: str = "", **headers: str
    ) -> Exchange:
        """Send an operation on a row, with the condition that a locked one needs.

        Raises: NoRowError where there is no such operation.
        """
        operation = self.operation(row.resource, kind, action)
        if operation is None:
            raise NoRowError(f"nobody may {action or kind} a {row.resource.name}")
        if row.resource.lock and kind in ("replace", "update", "delete"):
            headers.setdefault("if_match", "*")
        return await self.send(who, operation, row.parameters, body, **headers)

    async def seen(self, who: Person, row: Row) -> Row:
        """The row as somebody reads it now. Raises: NoRowError when they cannot."""
        answer = await self.on(who, row, "get")
        if not isinstance(answer.data, dict):
            raise NoRowError(f"a {row.resource.name} cannot be read: {answer}")
        tag = answer.answered.get("etag", "")
        return Row(row.resource, answer.data, tag, row.parameters, row.parent)
