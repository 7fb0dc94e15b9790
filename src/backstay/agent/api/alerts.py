"""Alert rules for Prometheus: error budgets by burn rate, latency by quantile, per the contract.

Four windows as the Site Reliability Workbook describes them: a fast burn pages, a slow one is a
ticket; the short window of each pair makes the alert end soon after the trouble does.
"""

from collections.abc import Iterator
from typing import Any

from backstay.blueprint.contract import Blueprint
from backstay.blueprint.objectives import objective_of
from backstay.blueprint.operations import Operation, operations

REQUESTS = "http_request_duration_seconds"
DATABASE = "db_request_duration_seconds"
# how many times faster than allowed the budget goes, over which two windows, and who is told
BURNS = (
    ("14.4", "1h", "5m", "page"),
    ("6", "6h", "30m", "page"),
    ("3", "1d", "2h", "ticket"),
    ("1", "3d", "6h", "ticket"),
)
MIX_SECONDS = 0.5
DATABASE_SECONDS = 0.05


def alerts(blueprint: Blueprint) -> dict[str, Any]:
    """The rules file: one group for the budget, one for latency."""
    name = blueprint.service
    return {
        "groups": [
            {"name": f"{name}-budget", "rules": list(_budget(blueprint))},
            {"name": f"{name}-latency", "rules": list(_latency(blueprint))},
        ]
    }


def _budget(blueprint: Blueprint) -> Iterator[dict[str, Any]]:
    whole = blueprint.objective
    for word, percent in (
        ("Errors", whole.errors),
        ("Availability", None if whole.availability is None else 100 - whole.availability),
    ):
        if not percent:
            continue
        for factor, long, short, severity in BURNS:
            limit = f"{factor} * {float(percent) / 100:g}"
            burn = f"{_errors(long)} > {limit} and {_errors(short)} > {limit}"
            yield _rule(
                f"{word}BudgetBurn{long}",
                burn,
                severity,
                f"{word}: the budget of {float(percent):g}% goes {factor} times too fast",
            )


def _errors(window: str) -> str:
    bad = f'sum(rate({REQUESTS}_count{{status=~"5.."}}[{window}]))'
    return f"({bad} / sum(rate({REQUESTS}_count[{window}])))"


def _latency(blueprint: Blueprint) -> Iterator[dict[str, Any]]:
    yield _slow("MixSlow", "", MIX_SECONDS, "the whole mix")
    for one in operations(blueprint):
        p95 = objective_of(blueprint, one).p95
        if p95 is not None:
            name = "".join(part.capitalize() for part in one.id.split("_"))
            yield _slow(f"{name}Slow", _labels(one), float(p95) / 1000, one.id)
    limit = f"{DATABASE_SECONDS:g}"
    over = f"histogram_quantile(0.95, sum by (le) (rate({DATABASE}_bucket[5m]))) > {limit}"
    yield _rule("DatabaseSlow", over, "ticket", "p95 of the database is over its target")


def _labels(operation: Operation) -> str:
    return f'{{method="{operation.method}",route="{operation.path}"}}'


def _slow(name: str, labels: str, seconds: float, what: str) -> dict[str, Any]:
    over = " and ".join(
        f"histogram_quantile(0.95, sum by (le) (rate({REQUESTS}_bucket{labels}[{window}])))"
        f" > {seconds:g}"
        for window in ("1h", "5m")
    )
    return _rule(name, over, "ticket", f"p95 of {what} is over {seconds * 1000:g} ms")


def _rule(name: str, expression: str, severity: str, summary: str) -> dict[str, Any]:
    return {
        "alert": name,
        "expr": expression,
        "labels": {"severity": severity},
        "annotations": {"summary": summary},
    }
