"""Made reports: a contract, and results for its lines as a proof would give them."""

from pathlib import Path

from backstay.blueprint import parse
from backstay.blueprint.model import Place
from backstay.prove.evidence.result import Figure, Result
from backstay.prove.outcome import Outcome
from backstay.prove.report.lines import places_of
from backstay.prove.report.report import Report, report_of
from backstay.prove.running.environment import Environment

CONTRACT = (Path(__file__).parents[3] / "examples" / "timetrack.yaml").read_text(encoding="utf-8")
ENVIRONMENT = Environment(
    "2026-11-27T06:00:00+00:00", "a machine", "3.11.7", "sqlite", "0.1.0", "4.32.5", "abc", ""
)
FIGURES = (
    Figure("p95 simple", 8.2, "ms"),
    Figure("p95 complex", 61.0, "ms"),
    Figure("coverage", 96.4, "%"),
    Figure("error rate", 0.0, "%"),
    Figure("p50 of list_tasks", 2.0, "ms"),
    Figure("p95 of list_tasks", 8.2, "ms", target=200.0, met=True),
    Figure("p99 of list_tasks", 12.5, "ms"),
)


BLUEPRINT = parse(CONTRACT.encode(), "timetrack.yaml")


def all_passed() -> list[Result]:
    """Every line passed, but for jobs, which nothing tries."""
    found = [
        passed("matrix", key, at)
        for key, at in places_of(BLUEPRINT).items()
        if not key.startswith("jobs.")
    ]
    return [*found, passed("load", "prove.load", BLUEPRINT.keys["prove.load"], FIGURES)]


def reported(results: list[Result]) -> Report:
    return report_of(BLUEPRINT, CONTRACT, results, ENVIRONMENT, full=False, seconds=61.2)


def passed(check: str, key: str, at: Place, figures: tuple[Figure, ...] = ()) -> Result:
    return Result(check, key, at, "it holds", Outcome.PASSED, "", 1, 2, 3, 0.1, (), figures)
