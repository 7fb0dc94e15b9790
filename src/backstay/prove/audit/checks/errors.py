"""errors: the body of an error tells no stack trace, no debug page, no SQL."""

from collections.abc import Iterable, Iterator
from itertools import islice

from backstay.prove.attempt import Try, UncontrolledError
from backstay.prove.audit.question import SERVICE, Question, question
from backstay.prove.audit.traces import trace_in
from backstay.prove.audit.visit import Visit
from backstay.prove.audit.wrongs import wrongs
from backstay.prove.badinput.case import Attack
from backstay.prove.badinput.operation import Operation
from backstay.prove.badinput.scene import JSON

LEAST, MOST = 400, 40
NOWHERE_AT_ALL = "/backstay-audit-nothing-is-here"


def questions(visit: Visit) -> Iterator[Question]:
    """One for each operation, by what badinput provoked there, and one for what is nowhere."""
    for operation in visit.operations:
        claim = "its errors tell nothing of the inside"
        run = _Errors(visit, operation).run
        yield question("errors", operation.id, claim, run)
    yield question("errors", SERVICE, "an unknown path tells nothing", _Errors(visit, None).run)


class _Errors:
    def __init__(self, visit: Visit, operation: Operation | None) -> None:
        self.visit = visit
        self.operation = operation

    async def run(self, attempt: Try) -> None:
        told: set[str] = set()
        for attack in self._attacks():
            seen = await self.visit.ask(attack)
            if seen.status < LEAST:
                continue
            attempt.controlled(seen=True, why="")
            trace = trace_in(seen.body)
            if trace not in told:
                told.add(trace)
                attempt.require(not trace, f"an answer {seen.status} tells {trace}", seen)
        if not attempt.controls:
            raise UncontrolledError("no error could be provoked, so none was looked at")

    def _attacks(self) -> Iterable[Attack]:
        """What badinput provoked; where it was not asked, a part of what it would send."""
        visit, operation = self.visit, self.operation
        if operation is None:
            return _lost()
        if operation.id in visit.provoked:
            return visit.provoked[operation.id]
        return [attack for _, attack in islice(wrongs(visit, operation), MOST)]


def _lost() -> Iterator[Attack]:
    yield Attack("GET", NOWHERE_AT_ALL)
    yield Attack("GET", f"{NOWHERE_AT_ALL}/%00?a=%FF")
    yield Attack("GET", NOWHERE_AT_ALL, JSON)
