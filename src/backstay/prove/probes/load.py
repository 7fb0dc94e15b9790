"""load: each operation keeps its objective at the contract's rate, all of them mixed."""

from collections.abc import Iterator
from dataclasses import replace

from backstay.blueprint.contract import Blueprint
from backstay.blueprint.model import Objective, Place
from backstay.blueprint.objectives import DEFAULT, SLA_OF, objective_of
from backstay.blueprint.operations import Operation, operations
from backstay.prove.attempt import Attempt, UncontrolledError
from backstay.prove.evidence.result import Figure
from backstay.prove.load.measure import Load, measured
from backstay.prove.load.memory import slope
from backstay.prove.trial import Phase, Trial

MIX_P95, DATABASE_P95, MEMORY, SLOPE, FLOOR, GOAL = 500, 50, 512, 1, 100, 1_000
"""The gate sheet (requirements.md section 3): milliseconds, megabytes, requests a second."""
MOST_BUSY, MOST_LATE, MOST_NOISE = 0.85, 0.01, 0.2
DONE_SHARE = 0.5
SIMPLE = 200


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for each operation, and one for everything together."""
    for operation in operations(blueprint):
        key, at = _said(blueprint, operation)
        objective = objective_of(blueprint, operation)
        rate = blueprint.objective.rate or DEFAULT.rate
        claim = f"{operation.id} answers within its objective at {rate} requests a second"
        run = _Operation(operation, objective).run
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
        tally = load.passed.tally(self.operation)
        attempt.controlled(*_measurable(load))
        done = tally.statuses[self.operation.status]
        seen = dict(sorted(tally.statuses.items()))
        why = f"{name}: only {done} of {tally.count} requests did their work: {seen}"
        if not tally.errors:
            attempt.controlled(done >= DONE_SHARE * tally.count, why)
        note = f"{name}, {tally.count} requests{_form(attempt)}"
        for word, percent in (("p50", 50), ("p95", 95), ("p99", 99)):
            target = getattr(self.objective, word)
            value = tally.milliseconds(percent)
            met = None if target is None else value <= target
            limit = None if target is None else float(target)
            attempt.figure(f"{word} of {name}", round(value, 2), "ms", limit, met=met, note=note)
            if word == "p95":
                attempt.figure(self._class, round(value, 2), "ms", limit, met=met, note=note)
            why = f"{name}: {word} {value:.1f} ms, not {target} ms"
            if met is False:
                attempt.controlled(*_quiet(load, why))
            attempt.require(met is not False, why)
        rate = tally.error_rate
        most = float(self.objective.errors or 0)
        attempt.figure(f"errors of {name}", round(rate, 3), "%", most, met=rate <= most, note=note)
        attempt.require(rate <= most, f"{name}: {rate:.2f} % of {tally.count} failed: {seen}")

    @property
    def _class(self) -> str:
        """The row of the gate sheet that its p95 belongs to."""
        simple = self.objective.p95 is not None and self.objective.p95 <= SIMPLE
        return "p95 simple" if simple else "p95 complex"


async def _whole(attempt: Attempt) -> None:
    load = await attempt.world.once(measured)
    attempt.controlled(*_measurable(load))
    whole, form = load.passed.whole, _form(attempt)
    note = f"{whole.count} requests at {load.rate} a second{form}"
    _held(attempt, load, Figure("p95 mix", whole.milliseconds(95), "ms", MIX_P95, note=note))
    most = float(attempt.world.blueprint.objective.errors or DEFAULT.errors or 0)
    _held(attempt, load, Figure("error rate", whole.error_rate, "%", most, note=note))
    if load.database is not None:
        _held(attempt, load, Figure("database p95", load.database, "ms", DATABASE_P95, note=note))
    _held(
        attempt,
        load,
        Figure("memory", max(held for _, held in load.memory), "MB", MEMORY, note=note),
    )
    growth = slope(load.memory) if attempt.world.full else None
    if growth is not None:
        _held(attempt, load, Figure("memory slope", growth, "MB/min", SLOPE, note=note))
    burst = load.burst
    answers = burst.whole
    why = f"too few reads were let through to see how many there can be: {dict(answers.statuses)}"
    attempt.controlled(answers.done >= MOST_BUSY * answers.count, why)
    speed = answers.done / burst.seconds
    bound = "; the generator was the limit, so at least this" if burst.busy > MOST_BUSY else ""
    note = f"reads, {answers.count} requests, as fast as they are answered{bound}"
    attempt.figure("throughput", round(speed, 1), "requests/s", GOAL, met=speed >= GOAL, note=note)
    attempt.require(speed >= FLOOR, f"throughput is {speed:.0f} requests a second, below {FLOOR}")


def _held(attempt: Attempt, load: Load, figure: Figure) -> None:
    met = figure.value <= (figure.target or 0)
    attempt.figures.append(replace(figure, value=round(figure.value, 3), met=met))
    limit = f"{figure.target:g} {figure.unit}"
    why = f"{figure.name} is {figure.value:.2f} {figure.unit}, above {limit}"
    if not met:
        attempt.controlled(*_quiet(load, why))
    attempt.require(met, why)


def _measurable(load: Load) -> tuple[bool, str]:
    """Whether the generator kept up; what it held up itself says nothing of the subject."""
    late = load.passed.late / max(1, load.passed.whole.count)
    good = load.passed.busy <= MOST_BUSY and late <= MOST_LATE
    why = (
        f"the generator could not keep up: {100 * late:.1f} % of its requests left late, "
        f"and it was busy {100 * load.passed.busy:.0f} % of the time"
    )
    return good, why


def _quiet(load: Load, why: str) -> tuple[bool, str]:
    """Whether the machine was ours; else what was too slow may not have been the subject."""
    share = f"other work had {100 * load.noise:.0f} % of the machine meanwhile"
    return load.noise <= MOST_NOISE, f"{why}, but {share}: measure on a quiet one"


def _form(attempt: Attempt) -> str:
    return "" if attempt.world.full else ", short form: `prove --full` loads for longer"
