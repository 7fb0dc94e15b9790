"""What a proof prints: progress as it runs, and at the end what did not hold."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from backstay.blueprint.model import Place
from backstay.cli.proving import MOST_SHOWN, Progress, show
from backstay.prove.outcome import Outcome
from backstay.prove.report.report import Report
from backstay.prove.trial import Trial
from tests.prove.report.made import all_passed, passed, reported

PAGE = "proof/report.html"


async def nothing(_) -> None:
    """Tries nothing."""


def trials(*checks: str) -> list[Trial]:
    return [Trial(check, "service", Place(1, 1), f"{check} holds", nothing) for check in checks]


def told(check: str, outcome: Outcome = Outcome.PASSED):
    return replace(passed(check, "service", Place(1, 1)), outcome=outcome)


def test_elsewhere_than_on_a_terminal_each_check_is_told_once(capsys):
    progress = Progress()
    progress.begin(trials("lock", "lock", "sort"))
    progress.tell(told("lock"))
    progress.tell(told("lock", Outcome.FAILED))
    progress.tell(told("sort"))
    assert capsys.readouterr().err.splitlines() == [
        "3 checks of 2 kinds",
        "[2/3] lock: 1 passed, 1 failed",
        "[3/3] sort: 1 passed",
    ]


def test_on_a_terminal_one_line_is_written_over_and_taken_away(capsys, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    progress = Progress()
    progress.begin(trials("lock", "sort"))
    progress.tell(told("lock"))
    assert capsys.readouterr().err.endswith("\r\x1b[K1/2 lock: it holds")
    progress.tell(told("sort"))
    assert capsys.readouterr().err.endswith("2/2 sort: it holds\r\x1b[K")


def shown(report: Report, capsys: pytest.CaptureFixture[str], *, whole: bool = True) -> str:
    show(report, Path(PAGE), whole=whole)
    return capsys.readouterr().out


def test_what_failed_stands_before_what_is_unproven(capsys):
    unproven = replace(told("lock", Outcome.UNPROVEN), reason="no Task was found")
    failed = replace(told("sort", Outcome.FAILED), at=Place(0, 0), reason="no order")
    lines = shown(reported([unproven, failed]), capsys).splitlines()
    assert lines[:4] == [
        "failed: service: sort: it holds",
        "    no order",
        "unproven: line 1: lock: it holds",
        "    no Task was found",
    ]


def test_missing_parts_of_a_sentence_are_cut(capsys):
    report = reported([])
    assert len(report.delivery.missing) > MOST_SHOWN
    out = shown(report, capsys)
    assert "There is no delivery sentence:" in out
    more = len(report.delivery.missing) - MOST_SHOWN
    assert out.splitlines()[-1] == f"    and {more} more; the report has them all"


def test_the_sheet_shows_what_was_measured_and_what_was_not(capsys):
    out = shown(reported(all_passed()), capsys)
    (p95,) = [line for line in out.splitlines() if line.startswith("p95 of the slowest simple")]
    assert "8.2 ms   < 200 ms" in p95
    assert "unproven" in next(line for line in out.splitlines() if line.startswith("memory of"))
    assert ">= 1000 requests/s (target)" in out
    assert "(short form of the load; --full runs the contract's own)" in out
    assert f"Report: {PAGE}" in out
    long = replace(reported(all_passed()), full=True)
    assert "short form" not in shown(long, capsys)


def test_some_checks_are_counted_and_nothing_else(capsys):
    report = reported([told("lock"), told("lock"), told("sort", Outcome.NOT_APPLICABLE)])
    kinds = f"2 passed, 1 {Outcome.NOT_APPLICABLE.value}"
    assert shown(report, capsys, whole=False).splitlines() == [kinds, f"Report: {PAGE}"]
