"""shedding: more than it can do is refused early and politely; health and what is let in go on."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from itertools import count

from backstay.blueprint.contract import Blueprint
from backstay.blueprint.naming import PREFIX
from backstay.prove.attempt import Attempt
from backstay.prove.evidence.exchange import Exchange
from backstay.prove.trial import Phase, Trial
from backstay.prove.world.client import Client
from backstay.prove.world.person import PASSWORD

AT_ONCE = 300
OK, UNKNOWN, TOO_MANY, UNAVAILABLE, TOO_LATE = 200, 401, 429, 503, 504
_ADDRESSES = count()
POLITE = frozenset((OK, UNKNOWN, TOO_MANY, UNAVAILABLE, TOO_LATE))


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One: logins cost most, so they are what a flood is made of."""
    at = blueprint.keys.get("defaults.sla", blueprint.keys["service"])
    claim = f"of {AT_ONCE} logins at once those too many are refused with Retry-After; none hangs"
    yield Trial("shedding", "defaults.sla", at, claim, _flood, Phase.LIMITS)


async def _flood(attempt: Attempt) -> None:
    world = attempt.world
    who = await world.person(world.people.joins_as, "somebody who was there before")
    attempt.controlled(who.token, "nobody can sign in")
    # from an address of its own: what is held against it must not fall on anybody else
    flooder = Client(world.client.base, f"127.0.9.{next(_ADDRESSES) % 250 + 1}")
    sent = (_login(flooder, number) for number in range(AT_ONCE))
    *answers, alive = await asyncio.gather(*sent, world.client.send("GET", "/health"))
    await flooder.close()
    attempt.expect(alive, OK, why=f"/health during {AT_ONCE} logins")
    seen = Counter(one.status for one in answers)
    rude = [one for one in answers if one.status not in POLITE]
    attempt.require(not rude, f"the flood was answered {dict(seen)}", *rude[:1])
    shed = [one for one in answers if one.status in (TOO_MANY, UNAVAILABLE)]
    silent = [one for one in shed if not one.answered.get("retry-after", "").isdigit()]
    attempt.require(not silent, f"{len(silent)} refusals do not say when to come back", *silent[:1])
    attempt.require(shed, f"none of {AT_ONCE} logins at once was refused: {dict(seen)}")
    again = await world.people.signed_in(who.email, who.id, who.role, who.name)
    attempt.require(again.token, "nobody else can sign in after the flood")


async def _login(client: Client, number: int) -> Exchange:
    body = {"email": f"flood{number}@example.org", "password": PASSWORD}
    return await client.send("POST", f"{PREFIX}/auth/login", body=body)
