"""Answers: what a subject sent to its database for each question."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from backstay.blueprint.access import roles_with
from backstay.blueprint.contract import Resource
from backstay.prove.plans.heard import Ear, Statement, overheard
from backstay.prove.plans.questions import Question, fullest, paths_of, questions
from backstay.prove.seeding.scene import stocked
from backstay.prove.world.client import Client
from backstay.prove.world.world import World

SET_UP = ("PRAGMA", ";")
"""What a new connection begins with."""


@dataclass(slots=True)
class Answers:
    """What was sent for each question, and the status of its answer."""

    statements: dict[Question, list[Statement]] = field(default_factory=dict)
    statuses: dict[Question, int] = field(default_factory=dict)


async def asked(world: World) -> Answers:
    """Ask everything, of a process of its own, as somebody who may read all.

    Raises: StartError, NoPersonError.
    """
    stock = await world.once(stocked)
    answers = Answers()
    async with overheard(world.subject) as ear:
        client = Client(ear.base)
        for resource in world.blueprint.resources:
            if roles_with(world.blueprint, resource, "read") and stock.of(resource.name):
                await _ask(world, client, ear, resource, answers)
        await client.close()
    return answers


async def _ask(
    world: World, client: Client, ear: Ear, resource: Resource, answers: Answers
) -> None:
    stock = await world.once(stocked)
    readers = roles_with(world.blueprint, resource, "read")
    who = await world.person("admin" if "admin" in readers else readers[0])
    rows = fullest(resource, stock)
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


def _once(statements: Sequence[Statement]) -> list[Statement]:
    """Without repetitions: SQLite's long reads begin again, on a connection of their own."""
    found: list[Statement] = []
    for one in statements:
        set_up = one.sql.lstrip().upper().startswith(SET_UP)
        if not set_up and (not found or one != found[-1]):
            found.append(one)
    return found
