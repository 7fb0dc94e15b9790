"""badinput: whatever is wrong with a request, it is refused or taken, and never a server error."""

from collections.abc import Iterator

from backstay.prove.attempt import Try
from backstay.prove.audit.caller import NO_ANSWER
from backstay.prove.audit.checks.conform import LEAST_FAULT, no_success
from backstay.prove.audit.learn import GOOD
from backstay.prove.audit.question import Question, question
from backstay.prove.audit.visit import Visit
from backstay.prove.audit.wrongs import wrongs
from backstay.prove.badinput.operation import Operation
from backstay.prove.evidence.exchange import Exchange

NOT_IMPLEMENTED = 501
"""A method that a server does not know may be answered with this (RFC 9110, 9.1)."""
MOST_SHOWN = 3


def questions(visit: Visit) -> Iterator[Question]:
    """One for each operation that may be sent; reads first, for writes may leave junk behind."""
    for operation in sorted(visit.operations, key=lambda one: not one.reads):
        claim = "bad input is never answered with a server error"
        yield question("badinput", operation.id, claim, _BadInput(visit, operation).run)


class _BadInput:
    def __init__(self, visit: Visit, operation: Operation) -> None:
        self.visit = visit
        self.operation = operation

    async def run(self, attempt: Try) -> None:
        visit, operation = self.visit, self.operation
        provoked = visit.provoked[operation.id] = []
        seen_statuses: set[int] = set()
        for name, attack in wrongs(visit, operation):
            seen = await visit.ask(attack)
            if seen.status >= 400 and seen.status not in seen_statuses:  # noqa: PLR2004 refused
                seen_statuses.add(seen.status)
                provoked.append(attack)
            if _is_fault(seen):
                if len(attempt.mismatches) < MOST_SHOWN:
                    attempt.require(False, f"{name}: answered with {_said(seen)}", seen)
            else:
                attempt.attacks += 1
        if operation.method == "DELETE":
            attempt.controlled(attempt.attacks, "nothing was refused")
            return
        last = await visit.ask(visit.plain(operation))  # afterwards: a limit may have closed it
        if last.status >= LEAST_FAULT:
            provoked.append(visit.plain(operation))
        attempt.controlled(last.status in GOOD, no_success(visit, operation, last.status))


def _is_fault(seen: Exchange) -> bool:
    if seen.status == NO_ANSWER:
        return True
    return seen.status >= LEAST_FAULT and seen.status != NOT_IMPLEMENTED


def _said(seen: Exchange) -> str:
    return str(seen.status) if seen.status else f"nothing ({seen.body.decode()})"
