"""Gathers evidence: from the report of a proof, from the rules, from the figures of a task."""

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from backstay.agent.documents.evidence.evidence import UNPROVEN, OwnTests, Proof, Rules
from backstay.agent.returns.measured import Measured
from backstay.prove.discover import all_rules

REPORT = "proof/report.json"
GATE = ("name", "target", "unit", "hard", "measured", "outcome", "note")
FIGURE = ("name", "value", "unit", "target", "met", "note")
PLAN = ("question", "sql", "steps")


def proof_at(root: Path) -> Proof | None:
    """The last proof of a project; None where there is none that can be read."""
    try:
        return proof_of(json.loads((root / REPORT).read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def proof_of(report: Mapping[str, Any]) -> Proof:
    """What of a report the documents tell. KeyError where it is none."""
    results = report["results"]
    checks: dict[str, Counter[str]] = {}
    for one in results:
        counts = checks.setdefault(one["check"], Counter())
        counts.update({one["outcome"]: 1, "requests": one["requests"]})
    environment = dict(report["environment"])
    return Proof(
        code=environment.pop("code", ""),
        environment=environment,
        full=report["full"],
        sentence=report["delivery"]["sentence"],
        missing=report["delivery"]["missing"],
        checks={name: dict(sorted(counts.items())) for name, counts in sorted(checks.items())},
        gates=[_only(one, GATE) for one in report["gates"]],
        figures=[
            {**_only(one, FIGURE), "outcome": result["outcome"]}
            for result in results
            for one in result["figures"]
        ],
        plans=[_only(one, PLAN) for result in results for one in result.get("plans", ())],
    )


def rules_of(findings: Mapping[str, int], code: str) -> Rules:
    """What the rules have said of this code.

    Args: findings, how many errors each rule has; `unproven` where a file could not be read, and
    then no rule is known to have seen everything. code, its digest.
    """
    ran = [] if UNPROVEN in findings else list(all_rules())
    return Rules(code, ran, dict(sorted(findings.items())))


def own_tests_of(measured: Measured, code: str) -> OwnTests | None:
    """How the tests of this code came out; None where they did not run."""
    if measured.passed is None:
        return None
    return OwnTests(code, measured.passed, measured.failed, measured.coverage)


def _only(values: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: values[name] for name in names}
