"""The report as JUnit XML: one case per trial; what could not be seen is skipped, with why."""

from typing import Any

from junitparser import Failure, JUnitXml, Skipped, TestCase, TestSuite

from backstay.prove.evidence.result import Result
from backstay.prove.outcome import Outcome
from backstay.prove.report.report import Report

_MARKS: dict[Outcome, Any] = {
    Outcome.FAILED: Failure,
    Outcome.UNPROVEN: Skipped,
    Outcome.NOT_APPLICABLE: Skipped,
}


def to_junit(report: Report) -> str:
    """The report for whatever shows test results."""
    suites: dict[str, TestSuite] = {}
    for result in report.results:
        suite = suites.setdefault(result.check, TestSuite(result.check))
        suite.add_testcase(_case(result))
    document: Any = JUnitXml(f"{report.service} {report.version}")
    for suite in suites.values():
        document.add_testsuite(suite)
    document.update_statistics()
    return str(document.tostring(), "utf-8")


def _case(result: Result) -> TestCase:
    case = TestCase(result.claim, f"{result.check}.{result.key}", result.seconds)
    mark = _MARKS.get(result.outcome)
    if mark is not None:
        case.result = [mark(result.reason or result.outcome.value)]
    return case
