"""Verdict on a load run: what it may be held to, and whether everything together kept it."""

from dataclasses import replace

from backstay.blueprint.objectives import DEFAULT
from backstay.prove.attempt import Attempt, Try
from backstay.prove.evidence.result import Figure
from backstay.prove.load.measure import Load
from backstay.prove.load.memory import slope
from backstay.prove.load.open_model import Passed

MIX_P95, DATABASE_P95, MEMORY, SLOPE, FLOOR, GOAL = 500, 50, 512, 1, 100, 1_000
"""The gate sheet (requirements.md section 3): milliseconds, megabytes, requests a second."""
MOST_BUSY, MOST_LATE, MOST_NOISE = 0.85, 0.01, 0.2


def measurable(passed: Passed) -> tuple[bool, str]:
    """Whether the generator kept up; what it held up itself says nothing of the subject."""
    late = passed.late / max(1, passed.whole.count)
    good = passed.busy <= MOST_BUSY and late <= MOST_LATE
    why = (
        f"the generator could not keep up: {100 * late:.1f} % of its requests left late, "
        f"and it was busy {100 * passed.busy:.0f} % of the time"
    )
    return good, why


def hold(attempt: Try, noise: float, figure: Figure, *, excusable: bool = True) -> None:
    """Keep a figure, and hold it to its target.

    What a machine that was busy with other work made slow is unproven, unless it is not
    `excusable`.
    """
    met = figure.target is None or figure.value <= figure.target
    kept = replace(figure, value=round(figure.value, 3), met=None if figure.target is None else met)
    attempt.figures.append(kept)
    why = f"{figure.name} is {figure.value:.1f} {figure.unit}, above {figure.target} {figure.unit}"
    why += f" ({figure.note})"
    if not met and excusable:
        share = f"other work had {100 * noise:.0f} % of the machine meanwhile"
        attempt.controlled(noise <= MOST_NOISE, f"{why}, but {share}: measure on a quiet one")
    attempt.require(met, why)


def form(attempt: Attempt) -> str:
    """How long was measured, as the notes of figures say it."""
    return "" if attempt.world.full else ", short form: `prove --full` loads for longer"


def hold_whole(attempt: Attempt, load: Load) -> None:
    """All operations together, and what they cost the subject."""
    whole = load.passed.whole
    note = f"{whole.count} requests at {load.rate} a second{form(attempt)}"
    promised = attempt.world.blueprint.objective.errors or DEFAULT.errors or 0
    _profile(attempt, load)
    heaviest = max(held for _, held in load.memory)
    hold(attempt, load.noise, Figure("memory", heaviest, "MB", MEMORY, note=note), excusable=False)
    growth = slope(load.memory) if attempt.world.full else None
    if growth is not None:
        figure = Figure("memory slope", growth, "MB/min", SLOPE, note=note)
        hold(attempt, load.noise, figure, excusable=False)
    _throughput(attempt, load)
    errors = Figure("error rate", whole.error_rate, "%", float(promised), note=note)
    hold(attempt, load.noise, errors, excusable=whole.only_overload)
    hold(attempt, load.noise, Figure("p95 mix", whole.milliseconds(95), "ms", MIX_P95, note=note))
    if load.database is not None:
        hold(
            attempt,
            load.noise,
            Figure("database p95", load.database, "ms", DATABASE_P95, note=note),
        )


def _throughput(attempt: Attempt, load: Load) -> None:
    """The floor must hold; the goal is shown beside it (C-06)."""
    answers = load.burst.whole
    why = f"too few reads were let through to see how many there can be: {dict(answers.statuses)}"
    attempt.controlled(answers.done >= MOST_BUSY * answers.count, why)
    speed = answers.done / load.burst.seconds
    bound = "; the generator was the limit, so at least this" if load.burst.busy > MOST_BUSY else ""
    note = f"reads, {answers.count} requests, as fast as they are answered{bound}"
    attempt.figure("throughput", round(speed, 1), "requests/s", GOAL, met=speed >= GOAL, note=note)
    attempt.require(speed >= FLOOR, f"throughput is {speed:.0f} requests a second, below {FLOOR}")


def _profile(attempt: Attempt, load: Load) -> None:
    if load.profile is not None:
        name, share = load.profile.hottest
        note = load.profile.lack or f"{name}; all of it in proof/{load.profile.file.name}"
        attempt.figure("hottest function", round(share, 1), "%", note=note)
