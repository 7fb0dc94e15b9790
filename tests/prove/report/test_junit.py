"""The JUnit report: one case per trial, failures and skips with their reasons."""

from dataclasses import replace

from junitparser import Failure, JUnitXml, Skipped

from backstay.prove.outcome import Outcome
from backstay.prove.report.junit import to_junit

from .made import reported


def test_each_outcome_has_its_mark(results):
    results[0] = replace(results[0], outcome=Outcome.FAILED, reason="got 500 & more")
    results[1] = replace(results[1], outcome=Outcome.UNPROVEN, reason="nobody can sign up")

    document = JUnitXml.fromstring(to_junit(reported(results)))

    assert (document.tests, document.failures, document.skipped) == (len(results), 1, 1)
    cases = [case for suite in document for case in suite]
    marks = [(type(mark), mark.message) for case in cases for mark in case.result]
    assert marks == [(Failure, "got 500 & more"), (Skipped, "nobody can sign up")]
    assert cases[0].classname == f"matrix.{results[0].key}"
