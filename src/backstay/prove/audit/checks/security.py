"""security: an operation that declares security refuses missing and forged credentials."""

from collections.abc import Iterator

from backstay.prove.attempt import Try, UncontrolledError
from backstay.prove.audit.caller import NO_ANSWER
from backstay.prove.audit.checks.conform import sendable
from backstay.prove.audit.forging import forgeries
from backstay.prove.audit.identity import secured
from backstay.prove.audit.learn import GOOD
from backstay.prove.audit.question import Question, question
from backstay.prove.audit.supplies import NoSupplyError, fresh
from backstay.prove.audit.visit import Visit
from backstay.prove.badinput.operation import Operation

CLOSED = (401, 403)
HIDDEN = 404


def questions(visit: Visit) -> Iterator[Question]:
    """One for each operation."""
    for operation in visit.all:
        claim = "nobody gets in without good credentials"
        yield question("security", operation.id, claim, _Security(visit, operation).run)


class _Security:
    def __init__(self, visit: Visit, operation: Operation) -> None:
        self.visit = visit
        self.operation = operation

    async def run(self, attempt: Try) -> None:
        visit, operation = self.visit, self.operation
        secured(operation)
        sendable(visit, operation)
        try:
            attack = await fresh(visit, operation)
        except NoSupplyError:
            attack = visit.plain(operation)
        unclear: set[str] = set()
        for kind, who in forgeries(visit.me):
            seen = await visit.ask(attack, who)
            if seen.status in GOOD:
                attempt.require(False, f"with {kind} it answered {seen.status}", seen)
            elif seen.status in (*CLOSED, HIDDEN):
                attempt.attacks += 1
            if seen.status not in (*GOOD, *CLOSED):
                unclear.add(f"with {kind} it answered {seen.status}, neither 401 nor 403")
        if visit.me is None:
            raise UncontrolledError("nothing showed that good credentials get in: give --header")
        known = await visit.ask(visit.plain(operation))  # what deletes: nobody's row
        why = f"the credentials of --header are answered {known.status}"
        attempt.controlled(known.status not in (*CLOSED, NO_ANSWER), why)
        if unclear and known.status not in GOOD:  # where it is in GOOD, a 404 is a refusal
            raise UncontrolledError(min(unclear))
        others = [one for one in unclear if f"answered {HIDDEN}" not in one]
        attempt.controlled(not others, "; ".join(others))
