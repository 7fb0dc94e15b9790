"""Table and report: counts, each reason once, the latency; the JSON is the same for the same."""

import json
from dataclasses import replace

from backstay.prove.audit.question import NOWHERE
from backstay.prove.audit.report import Audit, to_json
from backstay.prove.audit.table import MOST_REASONS, lines_of
from backstay.prove.evidence.result import Figure, Result
from backstay.prove.finding import Finding, Location
from backstay.prove.outcome import Outcome

FINDING = Finding("lists", "why", Location("x"), script='#!\n\ncurl "$BASE"/a; echo\n')
FIGURES = tuple(Figure(f"{p} of GET /a", 2.0, "ms") for p in ("p50", "p95", "p99"))


def result(outcome: Outcome, key: str = "GET /a", reason: str = "", **more: object) -> Result:
    return replace(Result("lists", key, NOWHERE, "claim", outcome, reason), **more)  # type: ignore[arg-type]  # any field


def audit(*results: Result) -> Audit:
    return Audit("http://t", "http://t/o", "notes", "1", "now", "a box", False, results, 2.0, 7)


def test_counts_reasons_and_latency_are_shown():
    text = "\n".join(
        lines_of(
            audit(
                *(result(Outcome.FAILED, f"GET /{n}", "too many") for n in range(5)),
                replace(result(Outcome.FAILED, "GET /f", "other"), findings=(FINDING,)),
                result(Outcome.UNPROVEN, reason="Uncontrolled: no id"),
                replace(result(Outcome.PASSED), figures=FIGURES),
            )
        )
    )
    assert "notes 1 at http://t (http://t/o)" in text
    assert f"{'lists':<12}{1:>16}{6:>16}{1:>16}{'-':>16}" in text
    assert "failed: lists: GET /0, GET /1, GET /2 and 2 more\n    too many" in text
    assert "    curl http://t/a; echo" in text
    assert "unproven: lists: GET /a\n    no id" in text
    assert f"{'GET /a':<52}{2.0:>9.1f}{2.0:>9.1f}{2.0:>9.1f}" in text
    assert "7 requests in 2 s; a box" in text


def test_many_reasons_are_counted():
    many = [result(Outcome.FAILED, reason=str(n)) for n in range(2 * MOST_REASONS + 3)]
    assert "failed: 3 more reasons; the report has them all" in list(lines_of(audit(*many)))


def test_an_audit_holds_when_something_passed_and_nothing_failed():
    assert audit(result(Outcome.PASSED)).held
    assert not audit(result(Outcome.UNPROVEN)).held
    assert not audit(result(Outcome.PASSED), result(Outcome.FAILED)).held


def test_the_report_is_canonical():
    found = json.loads(to_json(audit(result(Outcome.PASSED))))
    assert (found["format"], found["held"], found["target"]) == (1, True, "http://t")
    assert list(found) == sorted(found)
