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
            claim = f"?expand={word} takes one statement more, however many rows there are"
            at = resource.keys["list.expand"]
            run = _Statements(resource, "expand", word).run
            yield Trial("statements", f"{key}.list.expand", at, claim, run, Phase.LOAD, repeats=1)


class _Statements:
    def __init__(self, resource: Resource, kind: str, word: str = "") -> None:
        # one row may name nothing, so what is added is held against a page without it
        most = resource.listing.page.max
        self.more = 1 if word else 0
        self.few = Question(resource.name, f"limit {most if word else 1}")
        self.many = Question(resource.name, f"{kind} {most}", word)
        self.told = ("a page", f"it with {word}") if word else ("one row", "a page")
        self.grows = bool(word) and most > 1

    async def run(self, attempt: Attempt) -> None:
        answers = await attempt.world.once(asked)
        for question in (self.few, self.many):
            status = answers.statuses.get(question)
            attempt.controlled(status == OK, f"{question} was answered {status}")
        few, many = (len(answers.statements[one]) for one in (self.few, self.many))
        attempt.controlled(few and many, "no statement was heard")
        if self.grows:
            nothing = f"no {self.many.resource} of the page names a row to be added"
            attempt.controlled(many > few, nothing)
        shown = "; ".join(one.sql for one in answers.statements[self.many][:4])
        why = f"{few} statements for {self.told[0]}, {many} for {self.told[1]}: {shown}"
        attempt.require(many <= few + self.more, why)
