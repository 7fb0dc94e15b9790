"""breaker: a service that this one calls, and that keeps failing, is left alone for a while."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from functools import partial

from backstay.blueprint.contract import Blueprint
from backstay.prove.attempt import Attempt, NotApplicableError, UncontrolledError
from backstay.prove.evidence.exchange import Exchange
from backstay.prove.project.dependencies import SETTINGS, addresses_of, callers_of
from backstay.prove.subject.stand_in import StandIn, failing
from backstay.prove.subject.subject import WIDE_OPEN, running
from backstay.prove.trial import Phase, Trial
from backstay.prove.world.bodies import NoRowError
from backstay.prove.world.client import Client
from backstay.prove.world.hands import hands_for
from backstay.prove.world.world import World

MOST, QUIET = 60, 5
"""Requests in all; so many in a row that call nobody show an open breaker."""
UNAVAILABLE, LEAST_FAULT = 503, 500
Ask = Callable[[], Awaitable[Exchange]]


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One; the contract names no other service, but the project's settings may."""
    claim = "another service that keeps failing is left alone, and whoever needs it is told 503"
    at = blueprint.keys["service"]
    yield Trial("breaker", "service", at, claim, _left_alone, Phase.PROJECT)


async def _left_alone(attempt: Attempt) -> None:
    project = attempt.world.subject.project
    names, callers = addresses_of(project.root), callers_of(project.root, project.package)
    if not names and not callers:
        why = f"no file of {project.package} calls another service, and {SETTINGS} names none"
        raise NotApplicableError(why)
    if not names:
        why = (
            f"{callers[0]} calls another service, and no setting NAME_URL of {SETTINGS} says where"
        )
        raise UncontrolledError(f"{why}: nothing can stand in for it")
    for name in names:
        await _without(attempt, name)


async def _without(attempt: Attempt, name: str) -> None:
    """The subject, with a service that always fails where that setting says."""
    subject = attempt.world.subject
    async with (
        failing() as other,
        running(subject.project, subject.where, {**WIDE_OPEN, name: other.url}) as own,
    ):
        client = Client(own.base)
        try:
            world = World(own, client)
            async for ask in _reads(world):
                await ask()
                if other.heard:
                    attempt.controlled(other.heard, f"{name} is never called")
                    await _opens(attempt, ask, other, name)
                    return
        finally:
            await client.close()
    raise UncontrolledError(f"nothing that could be read called {name}")


async def _opens(attempt: Attempt, ask: Ask, other: StandIn, name: str) -> None:
    """Ask until several in a row call nobody."""
    quiet: list[Exchange] = []
    for _ in range(MOST):
        before = other.heard
        answer = await ask()
        quiet = [*quiet, answer] if other.heard == before else []
        if len(quiet) == QUIET:
            break
    why = f"{name} was called {other.heard} times by {MOST} requests, though each call failed"
    if not attempt.require(len(quiet) == QUIET, why, answer):
        return
    if all(one.status < LEAST_FAULT for one in quiet):
        raise UncontrolledError(f"answers came without {name}: kept ones, or others in its place")
    for one in quiet:
        attempt.expect(one, UNAVAILABLE, why=f"a request that would need {name}")
        said = one.answered.get("retry-after", "")
        attempt.require(said.isdigit(), f"Retry-After is {said!r} without {name}", one)


async def _reads(world: World) -> AsyncIterator[Ask]:
    """What may be asked again and again: every list, and one row of each resource."""
    for resource in world.blueprint.resources:
        try:
            maker, reader = await hands_for(world.blueprint, resource, "read").people(world)
            parameters, _ = await world.rows.prepared(resource, maker)
        except NoRowError:
            continue
        listing = world.operation(resource, "list")
        if listing is not None:
            yield partial(world.send, reader, listing, parameters)
        try:
            row = await world.make(resource, maker)
        except NoRowError:
            continue
        yield partial(world.on, reader, row, "get")
