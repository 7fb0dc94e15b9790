"""Sign-in under load: new accounts, logins, and sessions opened to be renewed or ended."""

import json
from collections.abc import Iterator, Sequence
from itertools import cycle

from backstay.blueprint.operations import Operation
from backstay.prove.load.crowd import Caller
from backstay.prove.load.shots import Shot
from backstay.prove.load.sockets import address_of
from backstay.prove.world.client import Client
from backstay.prove.world.people import People
from backstay.prove.world.person import PASSWORD, Person
from backstay.prove.world.world import World

FIRST_ADDRESS = 2_000
"""Places of addresses that no caller of the crowd has."""


def registrations(world: World, operation: Operation, callers: Sequence[Caller]) -> Iterator[Shot]:
    """New accounts, each from an address of its own."""
    for place, caller in enumerate(cycle(callers)):
        number = 2_000_000 + place
        body = world.people.sign_up_body(f"load{number}@example.org")
        there = Caller(caller.person, address_of(FIRST_ADDRESS + place % 2_000))
        yield _shot(operation, there, body, signed_in=False)


def logins(operation: Operation, callers: Sequence[Caller]) -> Iterator[Shot]:
    """The crowd signs in again."""
    for caller in cycle(callers):
        body = {"email": caller.person.email, "password": PASSWORD}
        yield _shot(operation, caller, body, signed_in=False)


async def sessions(world: World, callers: Sequence[Caller], amount: int) -> list[Caller]:
    """New sessions of the crowd, to be used up. Raises: NoPersonError."""
    opened = []
    for place, caller in zip(range(amount), cycle(callers), strict=False):
        client = Client(world.client.base, address_of(FIRST_ADDRESS + 2_000 + place))
        people = People(world.blueprint, client, world.database)
        old = caller.person
        person: Person = await people.signed_in(old.email, old.id, old.role, old.name)
        opened.append(Caller(person, caller.address))
        await client.close()
    return opened


def endings(operation: Operation, opened: Sequence[Caller]) -> Iterator[Shot]:
    """Each session is renewed, or ended, once."""
    for caller in opened:
        if operation.kind == "refresh":
            body = {"refresh_token": caller.person.refresh}
            yield _shot(operation, caller, body, signed_in=False)
        else:
            yield Shot(operation, caller, operation.path)


def _shot(operation: Operation, caller: Caller, body: object, *, signed_in: bool) -> Shot:
    content = json.dumps(body).encode()
    return Shot(operation, caller, operation.path, content, signed_in=signed_in)
