"""load: each operation keeps its objective at the contract's rate, all of them mixed."""

from collections.abc import Iterator

from backstay.blueprint.contract import Blueprint
from backstay.blueprint.model import Objective, Place
from backstay.blueprint.objectives import DEFAULT, SLA_OF, objective_of
from backstay.blueprint.operations import Operation, operations
from backstay.prove.attempt import Attempt, UncontrolledError
from backstay.prove.evidence.result import Figure
from backstay.prove.load.measure import measured
from backstay.prove.load.verdict import form, hold, hold_whole, measurable
from backstay.prove.trial import Phase, Trial

DONE_SHARE = 0.5
SIMPLE = 200
PERCENTILES = (("p50", 50), ("p95", 95), ("p99", 99))


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for each operation, and one for everything together."""
    rate = blueprint.objective.rate or DEFAULT.rate
    for operation in operations(blueprint):
        key, at = _said(blueprint, operation)
        claim = f"{operation.id} answers within its objective at {rate} requests a second"
        run = _Operation(operation, objective_of(blueprint, operation)).run
        yield Trial("load", key, at, claim, run, Phase.LOAD, repeats=1)
    at = blueprint.keys.get("prove.load", blueprint.keys["service"])
    claim = "all operations together: latency, errors, throughput, database and memory"
    yield Trial("load", "prove.load", at, claim, _whole, Phase.LOAD, repeats=1)


def _said(blueprint: Blueprint, operation: Operation) -> tuple[str, Place]:
    """The line that says what an operation promises: its own, or that of all."""
    if operation.resource:
        resource = blueprint.resource(operation.resource)
        word = operation.action or SLA_OF.get(operation.kind, operation.kind)
        if f"sla.{word}" in resource.keys:
            return f"resources.{resource.name}.sla.{word}", resource.keys[f"sla.{word}"]
    return "defaults.sla", blueprint.keys.get("defaults.sla", blueprint.keys["service"])


class _Operation:
    def __init__(self, operation: Operation, objective: Objective) -> None:
        self.operation = operation
        self.objective = objective

    async def run(self, attempt: Attempt) -> None:
        load = await attempt.world.once(measured)
        name = self.operation.id
        if self.operation in load.lacks:
            raise UncontrolledError(f"{name}: {load.lacks[self.operation]}")
        attempt.controlled(*measurable(load.passed))
        tally = load.passed.tally(self.operation)
        done, seen = tally.statuses[self.operation.status], dict(sorted(tally.statuses.items()))
        why = f"{name}: only {done} of {tally.count} requests did their work: {seen}"
        attempt.controlled(tally.errors or done >= DONE_SHARE * tally.count, why)
        note = f"{name}, {tally.count} requests{form(attempt)}"
        most = float(self.objective.errors or 0)
        shown = f"{note}; answers by status: {seen}"
        errors = Figure(f"errors of {name}", tally.error_rate, "%", most, note=shown)
        hold(attempt, load.noise, errors, excusable=tally.only_overload)
        for word, percent in PERCENTILES:
            said = getattr(self.objective, word)
            target = None if said is None else float(said)
            value = tally.milliseconds(percent)
            if word == "p95":
                met = target is None or value <= target
                attempt.figure(self._class, round(value, 3), "ms", target, met=met, note=note)
            hold(attempt, load.noise, Figure(f"{word} of {name}", value, "ms", target, note=note))

    @property
    def _class(self) -> str:
        """The row of the gate sheet that its p95 belongs to."""
        simple = self.objective.p95 is not None and self.objective.p95 <= SIMPLE
        return "p95 simple" if simple else "p95 complex"


async def _whole(attempt: Attempt) -> None:
    load = await attempt.world.once(measured)
    attempt.controlled(*measurable(load.passed))
    hold_whole(attempt, load)
