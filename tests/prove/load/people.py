"""A crowd of seeded accounts, signed in nowhere."""

from itertools import count
from types import SimpleNamespace
from typing import Any

from backstay.blueprint import Blueprint
from backstay.blueprint.operations import operations
from backstay.prove.evidence.exchange import Exchange
from backstay.prove.load.crowd import Caller
from backstay.prove.load.sockets import address_of
from backstay.prove.seeding.stock import Stock
from backstay.prove.world.people import People
from backstay.prove.world.person import Person


def crowd_of(stock: Stock, amount: int = 20) -> list[Caller]:
    """The first accounts."""
    return [
        Caller(
            Person(f"a {row['role']}", str(row["id"]), row["role"], row["email"], f"t{place}", "r"),
            address_of(place),
        )
        for place, row in enumerate(stock.of("User")[:amount])
    ]


def exchange(status: int = 200, body: bytes = b"{}", **headers: str) -> Exchange:
    """An answer."""
    return Exchange("", "GET", "/", "", {}, status, headers, body)


class Client:
    """Answers everything with the status that it was made with, and a new id."""

    base = "http://127.0.0.1:1"

    def __init__(self, status: int = 201) -> None:
        self.status = status
        self.sent: list[tuple[str, str]] = []
        self._ids = count(1)

    async def send(self, method: str, path: str, **_: Any) -> Exchange:
        self.sent.append((method, path))
        body = b'{"data": {"id": "%d"}}' % next(self._ids)
        return exchange(self.status, body, etag='"1"')


def world_of(blueprint: Blueprint, sender: Client | None = None, **more: Any) -> Any:
    """What load asks of a world."""
    client: Any = sender or Client()
    nothing: Any = None

    def operation(resource, kind):
        found = operations(blueprint)
        return next(
            (one for one in found if (one.resource, one.kind) == (resource.name, kind)), None
        )

    return SimpleNamespace(
        blueprint=blueprint,
        client=client,
        database=None,
        people=People(blueprint, client, nothing),
        operation=operation,
        full=False,
        **more,
    )


def operation_of(blueprint: Blueprint, name: str) -> Any:
    """An operation by its id."""
    return next(one for one in operations(blueprint) if one.id == name)
