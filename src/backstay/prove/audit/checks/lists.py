"""lists: whoever asks for everything at once gets a page."""

from collections.abc import Iterator

from backstay.prove.attempt import NotApplicableError, Try, UncontrolledError
from backstay.prove.audit.checks.conform import no_success
from backstay.prove.audit.items import LIMITS, TOTALS, items_of, number_of
from backstay.prove.audit.learn import GOOD
from backstay.prove.audit.question import Question, question
from backstay.prove.audit.visit import Visit
from backstay.prove.badinput.operation import Operation
from backstay.prove.evidence.exchange import Exchange

EVERYTHING = 1_000_000
LARGEST_PAGE = 1_000
UNASKED = 200
"""Items that a list without any parameter of a size may answer before it is called unbounded."""


def questions(visit: Visit) -> Iterator[Question]:
    """One for each operation that reads, and does not name one row at its end."""
    for operation in visit.all:
        if operation.reads and not operation.template.endswith("}"):
            claim = "a list answers pages, however much is asked for"
            yield question("lists", operation.id, claim, _Lists(visit, operation).run)


class _Lists:
    def __init__(self, visit: Visit, operation: Operation) -> None:
        self.visit = visit
        self.operation = operation

    async def run(self, attempt: Try) -> None:
        visit, operation = self.visit, self.operation
        plain = await visit.ask(visit.plain(operation))
        attempt.controlled(plain.status in GOOD, no_success(visit, operation, plain.status))
        items = items_of(plain.json)
        if items is None:
            raise NotApplicableError("what it answers is no list")
        size = next((name for name in LIMITS if name in operation.query), "")
        most = LARGEST_PAGE if size else UNASKED
        why = f"unasked it answers {len(items)} items at once"
        if not attempt.require(len(items) <= most, why, plain):
            return
        if not size:
            raise UncontrolledError(
                f"no parameter says how many; with {len(items)} items there, nothing showed how "
                "many it would give"
            )
        seen = await visit.ask(visit.plain(operation, **{size: str(EVERYTHING)}))
        self._judge(attempt, seen, size)

    def _judge(self, attempt: Try, seen: Exchange, size: str) -> None:
        """A refusal, or a page that was cut, is a bound; few rows alone are none."""
        if seen.status in range(400, 500):
            attempt.attacks += 1
            return
        items = items_of(seen.json) or []
        why = f"asked for {size}={EVERYTHING} it answers {len(items)} items"
        if not attempt.require(len(items) <= LARGEST_PAGE, why, seen):
            return
        echoed, total = number_of(seen.json, LIMITS), number_of(seen.json, TOTALS)
        cut = total is not None and total > len(items)
        held = echoed is not None and len(items) <= echoed < EVERYTHING and echoed != len(items)
        attempt.controlled(
            cut or held,
            f"{size}={EVERYTHING} is answered {seen.status} with {len(items)} items, which may be "
            "all there are: nothing showed a bound",
        )
