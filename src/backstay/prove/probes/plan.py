"""plan: on the seeded rows an index serves every filter, every order and every lookup."""

from collections.abc import Iterator

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Place
from backstay.prove.attempt import Attempt
from backstay.prove.evidence.result import Plan
from backstay.prove.load.queries import STAMPS
from backstay.prove.plans.answers import asked
from backstay.prove.plans.questions import Question
from backstay.prove.plans.verdict import unserved, widespread
from backstay.prove.seeding.scene import stocked
from backstay.prove.trial import Phase, Trial

OK = 200


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """For each list its filters and its orders; for all resources together the lookups."""
    for resource in blueprint.resources:
        for word, asks in (("filter", ("filter",)), ("sort", ("default", "sort"))):
            key, at = _said(resource, word)
            claim = f"an index serves each {word} of {resource.plural}"
            run = _Lists(resource, asks).run
            yield Trial("plan", key, at, claim, run, Phase.LOAD, repeats=1)
    at = blueprint.keys.get("prove.data", blueprint.keys["service"])
    claim = "the rows that were asked for are there, and an index serves each lookup"
    yield Trial("plan", "prove.data", at, claim, _lookups, Phase.LOAD, repeats=1)


def _said(resource: Resource, word: str) -> tuple[str, Place]:
    key = f"list.{word}"
    if key in resource.keys:
        return f"resources.{resource.name}.{key}", resource.keys[key]
    return f"resources.{resource.name}", resource.at


class _Lists:
    def __init__(self, resource: Resource, kinds: tuple[str, ...]) -> None:
        self.resource = resource
        self.kinds = kinds

    async def run(self, attempt: Attempt) -> None:
        answers = await attempt.world.once(asked)
        asked_for = [
            one
            for one in answers.statements
            if one.resource == self.resource.name and one.kind in self.kinds
        ]
        for question in asked_for:
            await _served(attempt, question)
        indexed = await attempt.world.database.indexed(self.resource.plural)
        attempt.controlled("id" in indexed, f"no index on the id of {self.resource.plural} is seen")
        for column in self._columns():
            why = f"{self.resource.plural} has no index that begins with {column}"
            attempt.require(column in indexed, why)

    def _columns(self) -> list[str]:
        """The columns that the contract has filtered or sorted by: one index each."""
        listing = self.resource.listing
        words = listing.filter if "filter" in self.kinds else listing.sort
        names = [word.removeprefix("-") for word in words]
        return [
            name if name in (*STAMPS, "id") else self.resource.field(name).wire for name in names
        ]


async def _lookups(attempt: Attempt) -> None:
    stock = await attempt.world.once(stocked)
    answers = await attempt.world.once(asked)
    for name, amount in attempt.world.blueprint.proof.data.items():
        made = len(stock.of(name))
        attempt.require(made == amount, f"only {made} of {amount} {name} could be made")
    for question in answers.statements:
        if question.kind == "get":
            await _served(attempt, question)


async def _served(attempt: Attempt, question: Question) -> None:
    world = attempt.world
    answers, stock = await world.once(asked), await world.once(stocked)
    rows = {one.plural: len(stock.of(one.name)) for one in world.blueprint.resources}
    heard = [one for one in answers.statements[question] if _reads(one.sql)]
    named = f"{question.resource}, {question.kind} {question.word}".rstrip()
    status = answers.statuses[question]
    attempt.controlled(status == OK and heard, f"{named}: answered {status}, no query was heard")
    table = world.blueprint.resource(question.resource).plural
    for statement in heard:
        steps = await world.database.plan(statement.sql, statement.values)
        attempt.plans.append(Plan(named, statement.sql, tuple(step.text for step in steps)))
        why = unserved(steps, rows)
        if why and widespread(steps, table, rows[table]):
            steps = await world.database.plan(statement.sql, statement.values, by_index=True)
            why = unserved(steps, rows)
        attempt.require(not why, f"{named}: {why}, for {statement.sql}")


def _reads(sql: str) -> bool:
    return sql.lstrip().upper().startswith(("SELECT", "WITH"))
