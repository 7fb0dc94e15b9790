"""conform: a good request is answered with a declared success whose body fits its schema."""

from collections.abc import Iterator

from backstay.prove.attempt import Try, UncontrolledError
from backstay.prove.audit.caller import NO_ANSWER
from backstay.prove.audit.learn import GOOD
from backstay.prove.audit.question import Question, question
from backstay.prove.audit.supplies import NoSupplyError, fresh
from backstay.prove.audit.visit import Visit
from backstay.prove.badinput.operation import Operation
from backstay.prove.document.answers import declared_of

LEAST_FAULT = 500


def questions(visit: Visit) -> Iterator[Question]:
    """One for each operation; what is not to be written is asked too, and stays unproven."""
    for operation in visit.all:
        claim = "a good request gets a declared answer that fits its schema"
        yield question("conform", operation.id, claim, _Conform(visit, operation).run)


class _Conform:
    def __init__(self, visit: Visit, operation: Operation) -> None:
        self.visit = visit
        self.operation = operation

    async def run(self, attempt: Try) -> None:
        visit, operation = self.visit, self.operation
        sendable(visit, operation)
        try:
            seen = await visit.ask(await fresh(visit, operation))
        except NoSupplyError as error:
            raise UncontrolledError(str(error)) from error
        if seen.status >= LEAST_FAULT or seen.status == NO_ANSWER:
            said = seen.status or f"nothing ({seen.body.decode()})"
            attempt.require(False, f"a good request was answered with {said}", seen)
            return
        attempt.controlled(seen.status in GOOD, no_success(visit, operation, seen.status))
        declared = declared_of(visit.said(operation), seen.status)
        silent = declared is not None and bool(seen.body) and not declared.get("content")
        attempt.controlled(not silent, f"the document says nothing of the body of {seen.status}")
        wrong = visit.fits.misfit(operation.id, visit.said(operation), seen)
        attempt.require(not wrong, f"the answer {seen.status} {wrong}", seen)


def sendable(visit: Visit, operation: Operation) -> None:
    """Raises: UncontrolledError where the operation writes, and writing is not allowed."""
    if operation not in visit.operations:
        raise UncontrolledError("it writes, and was not sent: --writes sends it too")


def no_success(visit: Visit, operation: Operation, status: int) -> str:
    """Why a request that should have been good was not, and what to do about it."""
    if status in (401, 403) and visit.me is None:
        return f"answered {status}: say who asks with --header"
    lacking = visit.lacking(operation)
    if lacking:
        return f"answered {status}: no id is known for {', '.join(lacking)}; --id {lacking[0]}=..."
    return f"answered {status} to what its schema calls good"
