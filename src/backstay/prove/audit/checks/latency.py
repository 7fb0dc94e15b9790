"""latency: what is read is answered in time and without errors under a small, steady load."""

from collections.abc import Iterator

from backstay.prove.attempt import Try, UncontrolledError
from backstay.prove.audit.measure import Loaded, measure
from backstay.prove.audit.question import Question, question
from backstay.prove.audit.visit import Visit
from backstay.prove.badinput.operation import Operation
from backstay.prove.evidence.result import Figure
from backstay.prove.load.verdict import hold, measurable

P95, ERRORS = 1_000.0, 0.1
"""Milliseconds, and percent: what the gate sheet asks of the slowest kind of operation."""
DONE_SHARE = 0.5
PERCENTILES = (("p50", 50), ("p95", 95), ("p99", 99))


def questions(visit: Visit) -> Iterator[Question]:
    """One for each operation that reads; the first load is one for all of them together."""
    shared = _Shared(visit, [one for one in visit.all if one.reads])
    for operation in shared.operations:
        claim = f"it is answered within {P95:g} ms at the 95th percentile, without errors"
        yield question("latency", operation.id, claim, _Latency(shared, operation).run)


def alone(visit: Visit, operation: Operation) -> Question:
    """The same of one operation, without the others."""
    run = _Latency(_Shared(visit, [operation]), operation).run
    return question("latency", operation.id, f"it is answered within {P95:g} ms", run)


class _Shared:
    def __init__(self, visit: Visit, operations: list[Operation]) -> None:
        self.visit = visit
        self.operations = operations
        self._all: Loaded | None = None

    async def all(self) -> Loaded:
        """One run over every operation, for all questions."""
        if self._all is None:
            self._all = await measure(self.visit, self.operations)
        return self._all


class _Latency:
    def __init__(self, shared: _Shared, operation: Operation) -> None:
        self.shared = shared
        self.operation = operation
        self.again = False

    async def run(self, attempt: Try) -> None:
        """First out of the mix; what did not hold there is measured again by itself."""
        visit = self.shared.visit
        load = await (measure(visit, [self.operation]) if self.again else self.shared.all())
        self.again = True
        hold_operation(attempt, load, self.operation)


def hold_operation(attempt: Try, load: Loaded, operation: Operation) -> None:
    """Keep the figures of one operation, and hold them to their targets.

    Raises: UncontrolledError where nothing was measured, or the measure is worth nothing.
    """
    name = operation.id
    if name in load.lacks:
        raise UncontrolledError(load.lacks[name])
    attempt.controlled(*measurable(load.passed))
    tally = load.passed.tally(name)
    why = f"only {tally.done} of {tally.count} requests did their work: {dict(tally.statuses)}"
    attempt.controlled(tally.errors or tally.done >= DONE_SHARE * tally.count, why)
    note = f"{tally.count} requests, {load.rate:g} a second of all together"
    errors = Figure(f"errors of {name}", tally.error_rate, "%", ERRORS, note=note)
    hold(attempt, load.noise, errors, excusable=tally.only_overload)
    for word, percent in PERCENTILES:
        target = P95 if word == "p95" else None
        value = tally.milliseconds(percent)
        hold(attempt, load.noise, Figure(f"{word} of {name}", value, "ms", target, note=note))
