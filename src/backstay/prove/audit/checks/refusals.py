"""refusals: the statuses with which an operation refuses are declared too."""

from collections.abc import Iterator

from backstay.prove.attempt import NotApplicableError, Try
from backstay.prove.audit.checks.conform import LEAST_FAULT
from backstay.prove.audit.identity import NOBODY
from backstay.prove.audit.question import Question, question
from backstay.prove.audit.visit import Visit
from backstay.prove.badinput.case import Attack
from backstay.prove.badinput.operation import Operation
from backstay.prove.document.answers import declared_of

LEAST = 400


def questions(visit: Visit) -> Iterator[Question]:
    """One for each operation that may be sent."""
    for operation in visit.operations:
        claim = "what it refuses with is declared"
        yield question("refusals", operation.id, claim, _Refusals(visit, operation).run)


class _Refusals:
    def __init__(self, visit: Visit, operation: Operation) -> None:
        self.visit = visit
        self.operation = operation

    async def run(self, attempt: Try) -> None:
        visit, operation = self.visit, self.operation
        said, wrong = visit.said(operation), set()
        for attack, anonymous in self._attacks():
            seen = await visit.ask(attack, NOBODY if anonymous else None)
            if not LEAST <= seen.status < LEAST_FAULT:
                continue
            attempt.controlled(seen=True, why="")
            declared = declared_of(said, seen.status) or {"content": True}
            # a refusal without a schema is declared; what its body is, nobody said
            misfit = declared.get("content") and visit.fits.misfit(operation.id, said, seen)
            why = f"{seen.status} {misfit or ''}"
            if why not in wrong:
                wrong.add(why)
                attempt.require(not misfit, why, seen)
        if not attempt.controls:
            raise NotApplicableError("nothing that was sent was refused")

    def _attacks(self) -> Iterator[tuple[Attack, bool]]:
        """An unknown id, values of a wrong type, nobody; each with whether nobody asks."""
        visit, operation = self.visit, self.operation
        if "{" in operation.template:
            nobodys = dict.fromkeys(visit.rows, "")
            yield Attack(operation.method, visit.path(operation, **nobodys)), False
        for name, schema in operation.query.items():
            if visit.document.resolved(schema).get("type") in ("integer", "number", "boolean"):
                yield Attack(operation.method, f"{visit.path(operation)}?{name}=x"), False
        if operation.secured:
            yield visit.plain(operation), True
