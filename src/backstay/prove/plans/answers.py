"""Answers: what a subject sent to its database for each question."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from backstay.blueprint.contract import Resource
from backstay.prove.load.crowd import Caller
from backstay.prove.load.reach import Reach
from backstay.prove.plans.heard import Ear, Statement, overheard
from backstay.prove.plans.questions import Question, fullest, paths_of, questions
from backstay.prove.seeding.scene import stocked
from backstay.prove.seeding.stock import Stock, Stored
from backstay.prove.world.client import Client
from backstay.prove.world.person import Person
from backstay.prove.world.world import World

SET_UP = ("PRAGMA", ";")
"""What a new connection begins with."""


@dataclass(slots=True)
class Answers:
    """What was sent for each question, and the status of its answer."""

    statements: dict[Question, list[Statement]] = field(default_factory=dict)
    statuses: dict[Question, int] = field(default_factory=dict)


async def asked(world: World) -> Answers:
    """Ask everything, of a process of its own, as somebody who reads the rows.

    Raises: StartError, NoPersonError.
    """
    stock = await world.once(stocked)
    answers = Answers()
    async with overheard(world.subject) as ear:
        client = Client(ear.base)
        for resource in world.blueprint.resources:
            if stock.of(resource.name):
                await _ask(world, client, ear, resource, answers)
        await client.close()
    return answers


async def _ask(
    world: World, client: Client, ear: Ear, resource: Resource, answers: Answers
) -> None:
    stock = await world.once(stocked)
    found = await _reader(world, resource, stock)
    if found is None:
        return
    who, rows = found
    paths = paths_of(world.blueprint, resource, rows[0], stock)
    # the first request also looks up who asks; each question is new, so that no cache answers it
    await client.send("GET", f"{paths.get('list', '/health')}?limit=2", token=who.token)
    for question, query in questions(resource, rows):
        path = paths.get(question.operation)
        if path is None:
            continue
        path = f"{path}?{urlencode(query)}" if query else path
        ear.since()
        answer = await client.send("GET", path, who=who.name, token=who.token)
        answers.statuses[question] = answer.status
        answers.statements[question] = _once(ear.since())


async def _reader(
    world: World, resource: Resource, stock: Stock
) -> tuple[Person, list[Stored]] | None:
    """Somebody of the seeded accounts, and the rows that they read, the fullest list first.

    Whoever reads everything, if there is such a one; None where nobody reads any.
    """
    accounts = stock.of(world.blueprint.login.name)
    reach = Reach(world.blueprint, stock, [Caller(_account(one), "") for one in accounts])
    rows = fullest(resource, stock)
    pairs = reach.pairs(resource, "read", rows)
    one = reach.over_all(resource, "read") or next((caller for caller, _ in pairs), None)
    if one is None:
        return None
    who = one.person
    seen = [row for row in rows if reach.may(resource, "read", one, row)]
    person = await world.people.signed_in(who.email, who.id, who.role, who.name)
    return person, seen


def _account(row: Stored) -> Person:
    role = str(row["role"])
    return Person(f"a {role}", str(row["id"]), role, str(row["email"]), "", "")


def _once(statements: Sequence[Statement]) -> list[Statement]:
    """Without repetitions: SQLite's long reads begin again, on a connection of their own."""
    found: list[Statement] = []
    for one in statements:
        set_up = one.sql.lstrip().upper().startswith(SET_UP)
        if not set_up and (not found or one != found[-1]):
            found.append(one)
    return found
