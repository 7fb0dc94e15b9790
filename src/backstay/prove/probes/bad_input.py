"""bad-input: what should never be sent gets the one answer due, on every operation and the wire."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from httpx2 import AsyncClient

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.naming import PREFIX
from backstay.blueprint.operations import Operation, operations_of
from backstay.prove.attempt import Attempt
from backstay.prove.badinput.case import Case
from backstay.prove.badinput.evidence import exchange_of
from backstay.prove.badinput.judge import verdict_of
from backstay.prove.badinput.operation import Document
from backstay.prove.badinput.run import cases_of, one_of_each
from backstay.prove.badinput.scene import Scene
from backstay.prove.badinput.tables.wires import wires
from backstay.prove.badinput.wire import Wire, run_wire
from backstay.prove.subject.process import SECRET
from backstay.prove.trial import Trial
from backstay.prove.world.changes import whole_of
from backstay.prove.world.hands import hands_for
from backstay.prove.world.person import Person

OK, TOO_SLOW = 200, 408
PATIENCE = 15.0
"""Seconds after which an attack that is not answered has hung the subject."""


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for the operations of each resource, one for those of sign-in, one for the wire."""
    for resource in blueprint.resources:
        found = operations_of(blueprint, resource)
        if found:
            run = _OfResource(blueprint, resource, found).run
            key = f"resources.{resource.name}"
            yield Trial("bad-input", key, resource.at, _claim(found), run)
    login = blueprint.login
    key = f"resources.{login.name}.login"
    at = login.keys.get("login", login.at)
    found = operations_of(blueprint, None)
    yield Trial("bad-input", key, at, _claim(found), _OfSignIn(found).run)
    claim = "malformed, smuggled and endless requests get one exact answer, or none"
    yield Trial("bad-input", "service", blueprint.keys["service"], claim, _wire)


def _claim(found: tuple[Operation, ...]) -> str:
    return f"bad input to {', '.join(one.id for one in found)} gets the exact answer due"


class _OfResource:
    def __init__(
        self, blueprint: Blueprint, resource: Resource, found: tuple[Operation, ...]
    ) -> None:
        self.blueprint = blueprint
        self.resource = resource
        self.found = found

    async def run(self, attempt: Attempt) -> None:
        """By somebody whom each operation lets in, aimed at a row that they see."""
        world, resource = attempt.world, self.resource
        maker, reader = await hands_for(self.blueprint, resource, "read").people(world)
        row = await world.make(resource, maker)
        _, body = await world.rows.prepared(resource, maker, row.parent)
        bodies = {}
        for one in self.found:
            if one.kind in ("create", "replace"):
                bodies[one.id] = body if one.kind == "create" else whole_of(row, reader.role)
        async with _client(attempt) as client:
            scene = Scene(client, await _document(attempt), secret=SECRET, bodies=bodies)
            scene.limit = self.blueprint.limits.body
            scene.rows |= row.parameters
            attempt.controlled((await world.on(reader, row, "get")).status == OK, "no row is seen")
            for one in self.found:
                await _all(attempt, scene, one, maker if one.kind == "create" else reader)


class _OfSignIn:
    def __init__(self, found: tuple[Operation, ...]) -> None:
        self.found = found

    async def run(self, attempt: Attempt) -> None:
        """By somebody who is signed in, for the one that wants to know."""
        world = attempt.world
        who = await world.person(world.people.joins_as)
        attempt.controlled(who.token, "nobody can sign in")
        async with _client(attempt) as client:
            scene = Scene(client, await _document(attempt), secret=SECRET)
            scene.limit = world.blueprint.limits.body
            scene.bodies["register"] = world.people.sign_up_body("somebody@example.org")
            for one in self.found:
                await _all(attempt, scene, one, who)


async def _all(attempt: Attempt, scene: Scene, promised: Operation, who: Person) -> None:
    """Every attack on one operation; in the short form, one of each kind."""
    theirs = replace(scene, token=who.token, refresh=who.refresh)
    found = scene.document.operations()
    turn = next((place for place, one in enumerate(found) if one.id == promised.id), None)
    why = f"{promised.id} is not in the document"
    if not attempt.require(turn is not None, why) or turn is None:
        return
    cases = one_of_each(theirs, found[turn], turn)
    if attempt.world.full:
        cases = [case for case in cases_of(theirs) if case.operation == promised.id]
    for case in cases:
        await _held(attempt, theirs, case, who)


async def _held(attempt: Attempt, scene: Scene, case: Case, who: Person) -> None:
    answer = await scene.answer(case.attack)
    verdict, client = verdict_of(case, answer), attempt.world.client
    seen = exchange_of(case.attack, answer, who)
    if verdict.wrong:  # of hundreds, only those belong into the script of a finding
        client.keep(seen)
    elif not case.due.bare:  # the server itself knows nothing of documents
        client.note(seen)
    why = f"{case.operation}, {case.probe}: {', '.join(verdict.wrong)}"
    attempt.require(not verdict.wrong, why, seen)


async def _document(attempt: Attempt) -> Document:
    answer = await attempt.world.client.send("GET", "/openapi.json")
    attempt.control(answer, OK, why="the document")
    return Document(answer.json)


def _client(attempt: Attempt) -> AsyncClient:
    return AsyncClient(base_url=attempt.world.client.base, timeout=PATIENCE)


async def _wire(attempt: Attempt) -> None:
    client = attempt.world.client
    attempt.control(await client.send("GET", "/health"), OK, why="/health")
    at = urlsplit(client.base)
    port = at.port or 80
    table = wires(at.netloc, f"{PREFIX}/auth/login")
    rows = [one for one in table if attempt.world.full or _quick(one)]
    for verdict in await run_wire("127.0.0.1", port, rows):
        why = f"{verdict.case.probe}: {', '.join(verdict.wrong)}"
        attempt.require(not verdict.wrong, why)
    attempt.expect(await client.send("GET", "/health"), OK, why="/health afterwards")


def _quick(wire: Wire) -> bool:
    """Whether the answer comes at once: what stalls is waited for in the long form only."""
    return TOO_SLOW not in wire.statuses
