"""The gate sheet: every number of the standard, as it was measured, beside its target."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import ge, le, lt

from backstay.prove.evidence.result import Figure, Result
from backstay.prove.outcome import Outcome

SIGNS = {"<": lt, "<=": le, ">=": ge}


@dataclass(frozen=True, slots=True)
class Row:
    """What a row of the sheet asks for (requirements.md section 3).

    `figure` names the figures that it looks at; the worst of them counts. A row that is no `hard`
    floor is a target: missing it is shown, and fails nothing (C-06).
    """

    name: str
    figure: str
    sign: str
    limit: float
    unit: str
    hard: bool = True


SHEET = (
    Row("p95 of the slowest simple operation", "p95 simple", "<", 200, "ms"),
    Row("p95 of the slowest complex operation", "p95 complex", "<", 1000, "ms"),
    Row("p95 of the whole mix", "p95 mix", "<", 500, "ms"),
    Row("p95 of the database", "database p95", "<", 50, "ms"),
    Row("throughput, the floor", "throughput", ">=", 100, "requests/s"),
    Row("throughput, the target", "throughput", ">=", 1000, "requests/s", hard=False),
    Row("memory of a worker", "memory", "<", 512, "MB"),
    Row("memory growth under load", "memory slope", "<", 1, "MB/min"),
    Row("error rate", "error rate", "<", 0.1, "%"),
    Row("coverage of the project's own tests", "coverage", ">=", 90, "%"),
    Row("known vulnerabilities of dependencies", "vulnerabilities", "<=", 0, ""),
    Row("longest source file", "longest file", "<=", 150, "lines"),
)


@dataclass(frozen=True, slots=True)
class Gate:
    """One row of the sheet, filled in; `measured` is None where nothing was."""

    name: str
    target: str
    unit: str
    hard: bool
    measured: float | None
    outcome: Outcome
    note: str = ""


Measured = tuple[Figure, Result]


def sheet_of(results: Iterable[Result]) -> list[Gate]:
    """The sheet, filled in with what was measured."""
    found: dict[str, list[Measured]] = {}
    for result in results:
        for figure in result.figures:
            found.setdefault(figure.name, []).append((figure, result))
    return [_gate(row, found.get(row.figure, ())) for row in SHEET]


def _gate(row: Row, measured: Sequence[Measured]) -> Gate:
    target = f"{row.sign} {row.limit:g} {row.unit}".rstrip()
    if not measured:
        why = "not measured in this run"
        return Gate(row.name, target, row.unit, row.hard, None, Outcome.UNPROVEN, why)
    choose = min if row.sign == ">=" else max
    worst, result = choose(measured, key=lambda pair: pair[0].value)
    good = SIGNS[row.sign](worst.value, row.limit)
    outcome = Outcome.PASSED if good else Outcome.FAILED
    if result.outcome is Outcome.UNPROVEN:  # a figure that its own check does not stand by
        outcome = Outcome.UNPROVEN
    return Gate(row.name, target, row.unit, row.hard, worst.value, outcome, worst.note)
