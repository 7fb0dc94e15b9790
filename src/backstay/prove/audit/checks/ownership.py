"""ownership: what one identity's list holds and the other's does not, the other cannot read."""

from collections.abc import Iterator

from backstay.prove.attempt import NotApplicableError, Try, UncontrolledError
from backstay.prove.audit.identity import NOBODY, Identity, secured
from backstay.prove.audit.items import LIMITS, id_in, items_of
from backstay.prove.audit.learn import GOOD, lists_of, places_below
from backstay.prove.audit.question import Question, question
from backstay.prove.audit.visit import Visit
from backstay.prove.badinput.operation import Operation

LARGEST = 1_000
"""Items that are asked for, to see the whole of a list."""
REFUSED = (401, 403, 404)


def questions(visit: Visit) -> Iterator[Question]:
    """One for each operation that reads one row."""
    for operation in visit.all:
        if operation.reads and operation.template.endswith("}"):
            claim = "a row of one is not shown to the other"
            yield question("ownership", operation.id, claim, _Ownership(visit, operation).run)


class _Ownership:
    def __init__(self, visit: Visit, operation: Operation) -> None:
        self.visit = visit
        self.operation = operation

    async def run(self, attempt: Try) -> None:
        visit, operation = self.visit, self.operation
        secured(operation)
        if visit.me is None or visit.other is None:
            raise UncontrolledError("two identities are needed: --header and --other-header")
        lacking = visit.lacking(operation)
        if lacking:
            raise UncontrolledError(f"no id is known for {lacking[0]}; --id {lacking[0]}=...")
        await self._is_anothers(visit.other)
        attack = visit.plain(operation)
        own = await visit.ask(attack)
        attempt.controlled(own.status in GOOD, f"the owner is answered {own.status}")
        closed = await visit.ask(attack, NOBODY)
        attempt.controlled(closed.status in REFUSED, f"nobody at all is answered {closed.status}")
        seen = await visit.ask(attack, visit.other)
        same = seen.status in GOOD and seen.body == own.body
        attempt.require(not same, "the other reads a row that only the first one's list has", seen)
        if not same:
            clear = seen.status in REFUSED
            attempt.controlled(clear, f"the other is answered {seen.status}, with something else")

    async def _is_anothers(self, other: Identity) -> None:
        """Raises: UncontrolledError where nothing says that the row is the first one's alone."""
        visit, at = self.visit, self.operation.template
        above = [one for one in lists_of(visit) if at in places_below(visit, one)]
        if not above:
            raise UncontrolledError("no list says whose the row is")
        size = next((name for name in LIMITS if name in above[0].query), "")
        said = visit.document.resolved(above[0].query.get(size, {}))
        most = min(LARGEST, int(said.get("maximum", LARGEST)))
        more = {size: str(most)} if size else {}
        answer = await visit.ask(visit.plain(above[0], **more), other)
        theirs = items_of(answer.json)
        if answer.status not in GOOD or theirs is None:
            raise UncontrolledError(f"the other's list is answered {answer.status}")
        name, row = visit.place(at).name, visit.known(at)
        if row in [id_in(one, name) for one in theirs]:
            raise NotApplicableError("the other's list has the row too: it is shared")
        if len(theirs) >= most or (theirs and not size):
            raise UncontrolledError("the other's list may have it on a later page")
