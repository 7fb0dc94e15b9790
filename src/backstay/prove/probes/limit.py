"""limit: one request too many is 429 and says when to come back; too big a body is 413."""

import asyncio
import json
from collections import Counter
from collections.abc import Iterator
from time import monotonic
from urllib.parse import urlsplit

from backstay.blueprint.access import may_ever
from backstay.blueprint.contract import Blueprint
from backstay.blueprint.naming import PREFIX
from backstay.blueprint.operations import Operation, operations
from backstay.prove.attempt import Attempt, NotApplicableError, UncontrolledError
from backstay.prove.load.sockets import Sockets
from backstay.prove.load.wire import request
from backstay.prove.trial import Phase, Trial
from backstay.prove.world.person import Person
from backstay.prove.world.world import World

MOST, AT_ONCE, SLACK, SECONDS = 5_000, 20, 3, 30.0
"""Requests that the gate sends at most; how many at once; how many may go astray."""
OK, TOO_BIG, TOO_MANY = 200, 413, 429
LONGEST_WAIT = 3


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for the number of requests, one for the size of a body."""
    at = blueprint.keys.get("defaults.limits", blueprint.keys["service"])
    limits = blueprint.limits
    for claim, run in (
        (f"request {limits.requests + 1} of one caller is 429, and others are let in", _requests),
        (f"a body of {limits.body + 1} bytes is 413, and one of {limits.body} is not", _body),
    ):
        yield Trial("limit", "defaults.limits", at, claim, run, Phase.LIMITS)


async def _requests(attempt: Attempt) -> None:
    world, limits = attempt.world, attempt.world.blueprint.limits
    if limits.requests > MOST and not world.full:
        raise UncontrolledError(f"{limits.requests} requests are sent by `prove --full` only")
    who, operation = await _reader(world)
    answer = await world.send(who, operation)
    attempt.control(answer, OK, why="the first request of a caller")
    began = monotonic()
    statuses = await _burst(
        world, who, operation, limits.requests + limits.requests // 10 + AT_ONCE
    )
    refilled = limits.requests * (monotonic() - began) / limits.seconds
    let_in = 1 + statuses[OK]
    why = f"{let_in} requests of one caller were let in, where {limits.requests} are allowed"
    attempt.require(let_in >= limits.requests - SLACK, f"{why}: {dict(statuses)}")
    attempt.require(let_in <= limits.requests + refilled + SLACK, f"{why}: {dict(statuses)}")
    refused = await world.send(who, operation)
    attempt.expect(refused, TOO_MANY, why="the request after the last one")
    wait = refused.answered.get("retry-after", "")
    attempt.require(wait.isdigit() and int(wait), f"Retry-After is {wait!r}", refused)
    other, _ = await _reader(world)
    attempt.expect(await world.send(other, operation), OK, why="somebody else meanwhile")
    if wait.isdigit() and 0 < int(wait) <= LONGEST_WAIT:
        await asyncio.sleep(int(wait))
        attempt.expect(await world.send(who, operation), OK, why=f"after {wait} seconds of waiting")


async def _reader(world: World) -> tuple[Person, Operation]:
    """Somebody new, and a list that they may read without naming a row."""
    for operation in operations(world.blueprint):
        if operation.kind == "list" and "{" not in operation.path:
            resource = world.blueprint.resource(operation.resource)
            for role in reversed(operation.roles):
                if may_ever(world.blueprint, resource, role, "read"):
                    return await world.person(role), operation
    raise NotApplicableError("there is no list outside of another resource to ask for")


async def _burst(world: World, who: Person, operation: Operation, amount: int) -> Counter[int]:
    at = urlsplit(world.client.base)
    sockets = Sockets(at.port or 80, SECONDS)
    sent = request("GET", operation.path, host=at.netloc, token=who.token)
    left = iter(range(amount))
    statuses: Counter[int] = Counter()

    async def lane() -> None:
        for _ in left:
            statuses[(await sockets.ask("127.0.0.1", sent)).status] += 1

    await asyncio.gather(*(lane() for _ in range(AT_ONCE)))
    sockets.close()
    return statuses


async def _body(attempt: Attempt) -> None:
    most = attempt.world.blueprint.limits.body
    client, path = attempt.world.client, f"{PREFIX}/auth/register"
    headers = {"content-type": "application/json"}
    fits, over = _sized(most), _sized(most + 1)
    good = await client.send("POST", path, raw=fits, headers=headers)
    attempt.controlled(good.status not in (TOO_BIG, 0), f"a body of {most} bytes: {good.status}")
    for chunked, how in ((False, "with its length"), (True, "without its length")):
        answer = await client.send("POST", path, raw=over, headers=headers, chunked=chunked)
        attempt.expect(answer, TOO_BIG, why=f"a body of {most + 1} bytes, {how}")


def _sized(size: int) -> bytes:
    """A JSON body of exactly that many bytes."""
    empty = json.dumps({"name": ""})
    return json.dumps({"name": "x" * (size - len(empty))}).encode()
