"""statements: how many a list sends does not grow with its rows."""

from collections.abc import Iterator

from backstay.blueprint.contract import Blueprint, Resource
from backstay.prove.attempt import Attempt
from backstay.prove.plans.answers import asked
from backstay.prove.plans.questions import Question
from backstay.prove.trial import Phase, Trial

OK = 200


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for each resource, and one for each reference that its list can add."""
    for resource in blueprint.resources:
        claim = f"a list of {resource.plural} takes as many statements for one row as for a page"
        key = f"resources.{resource.name}"
        run = _Statements(resource, "limit").run
        yield Trial("statements", key, resource.at, claim, run, Phase.LOAD, repeats=1)
        for word in resource.listing.expand:
            claim = f"?expand={word} takes as many statements for one row as for a page"
            at = resource.keys["list.expand"]
            run = _Statements(resource, "expand", word).run
            yield Trial("statements", f"{key}.list.expand", at, claim, run, Phase.LOAD, repeats=1)


class _Statements:
    def __init__(self, resource: Resource, kind: str, word: str = "") -> None:
        self.few = Question(resource.name, f"{kind} 1", word)
        self.many = Question(resource.name, f"{kind} {resource.listing.page.max}", word)

    async def run(self, attempt: Attempt) -> None:
        answers = await attempt.world.once(asked)
        for question in (self.few, self.many):
            status = answers.statuses.get(question)
            attempt.controlled(status == OK, f"{question} was answered {status}")
        few = answers.statements[self.few]
        many = answers.statements[self.many]
        attempt.controlled(few and many, "no statement was heard")
        shown = "; ".join(one.sql for one in many[:4])
        why = f"{len(few)} statements for one row, {len(many)} for a page: {shown}"
        attempt.require(len(many) <= len(few), why)
