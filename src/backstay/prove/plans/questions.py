"""Questions: one request for each way in which rows are found, and what the subject sent for it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from backstay.blueprint.access import roles_with
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.naming import item_parameter
from backstay.blueprint.operations import Operation, operations
from backstay.prove.load.queries import filter_of
from backstay.prove.plans.heard import Ear, Statement, overheard
from backstay.prove.seeding.scene import stocked
from backstay.prove.seeding.stock import Stock, Stored
from backstay.prove.world.client import Client
from backstay.prove.world.person import Person
from backstay.prove.world.world import World


@dataclass(frozen=True, slots=True)
class Question:
    """One way to ask: `word` is the filter, the order or the expansion; empty for none."""

    resource: str
    kind: str
    word: str = ""


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
            readers = roles_with(world.blueprint, resource, "read")
            if readers and stock.of(resource.name):
                who = await world.person("admin" if "admin" in readers else readers[0])
                row = stock.of(resource.name)[0]
                await _ask(world, client, ear, answers, resource, who, row, stock)
        await client.close()
    return answers


async def _ask(
    world: World,
    client: Client,
    ear: Ear,
    answers: Answers,
    resource: Resource,
    who: Person,
    row: Stored,
    stock: Stock,
) -> None:
    paths = _paths(world.blueprint, resource, row, stock)
    for question, kind, query in questions(world.blueprint, resource, row):
        if kind not in paths:
            continue
        path = f"{paths[kind]}?{urlencode(query)}" if query else paths[kind]
        # the first one may also look up who asks; the second shows what the question costs
        for _ in range(2):
            ear.since()
            answer = await client.send("GET", path, who=who.name, token=who.token)
        answers.statuses[question] = answer.status
        answers.statements[question] = _once(ear.since())


def questions(
    blueprint: Blueprint, resource: Resource, row: Stored
) -> Iterator[tuple[Question, str, Mapping[str, str]]]:
    """Each question, the kind of operation that it goes to, and its query."""
    del blueprint
    listing, name = resource.listing, resource.name
    yield Question(name, "get"), "get", {}
    yield Question(name, "default"), "list", {}
    yield Question(name, "limit", "1"), "list", {"limit": "1"}
    yield Question(name, "limit", "max"), "list", {"limit": str(listing.page.max)}
    for word in listing.filter:
        asked_for = filter_of(resource, word, row)
        if all(value != "None" for value in asked_for.values()):
            yield Question(name, "filter", word), "list", asked_for
    for word in (sign + one.removeprefix("-") for one in listing.sort for sign in ("", "-")):
        yield Question(name, "sort", word), "list", {"sort": word}
    for word in listing.expand:
        yield Question(name, "expand", word), "list", {"expand": word}
        for size in ("1", str(listing.page.max)):
            yield Question(name, f"expand {size}", word), "list", {"expand": word, "limit": size}


def _paths(blueprint: Blueprint, resource: Resource, row: Stored, stock: Stock) -> dict[str, str]:
    parameters = {item_parameter(resource.name): str(row["id"])}
    child, below = resource, row
    for parent in reversed(blueprint.chain(resource)):
        below = stock.find(parent.name, below[child.field(child.parent_field).wire])
        parameters[item_parameter(parent.name)] = str(below["id"])
        child = parent
    own: Sequence[Operation] = [
        one for one in operations(blueprint) if one.resource == resource.name
    ]
    return {one.kind: one.path.format(**parameters) for one in own if one.kind in ("get", "list")}


def _once(statements: Sequence[Statement]) -> list[Statement]:
    """Without repetitions: SQLite's long reads begin again on a thread of their own."""
    found: list[Statement] = []
    for one in statements:
        if not found or one != found[-1]:
            found.append(one)
    return found
