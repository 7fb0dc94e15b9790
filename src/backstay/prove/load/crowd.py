"""Crowd: seeded accounts that are signed in, each at a loopback address of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from backstay.prove.load.sockets import address_of
from backstay.prove.seeding.stock import Stored
from backstay.prove.world.client import Client
from backstay.prove.world.people import People
from backstay.prove.world.person import Person
from backstay.prove.world.world import World


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody who is signed in, and where they call from."""

    person: Person
    address: str


async def crowd(world: World, accounts: Sequence[Stored], amount: int) -> list[Caller]:
    """The first accounts, signed in. Raises: NoPersonError."""
    callers = []
    for place, account in enumerate(accounts[:amount]):
        address = address_of(place)
        client = Client(world.client.base, address)
        people = People(world.blueprint, client, world.database)
        callers.append(Caller(await _signed_in(people, account), address))
        await client.close()
    return callers


async def _signed_in(people: People, account: Stored | dict[str, Any]) -> Person:
    role = str(account["role"])
    return await people.signed_in(str(account["email"]), str(account["id"]), role, f"a {role}")
