"""The verdict on a run of load: what is held to a target, excused by noise, or only shown."""

from pathlib import Path

import pytest

from backstay.prove.attempt import UncontrolledError
from backstay.prove.evidence.result import Figure
from backstay.prove.load.open_model import Passed
from backstay.prove.load.profile import Profile
from backstay.prove.load.verdict import hold, hold_whole, measurable
from tests.prove.load.runs import attempt_of, load_of, passed, reasons


def test_a_figure_over_its_target_is_a_mismatch_on_a_quiet_machine():
    attempt = attempt_of()
    hold(attempt, 0.0, Figure("p95 of x", 9.0, "ms", 5.0))
    assert "p95 of x is 9.0 ms, above 5.0 ms" in reasons(attempt)
    assert attempt.figures[0].met is False


def test_on_a_busy_one_it_is_unproven_but_what_kept_its_target_is_not():
    attempt, busy = attempt_of(), load_of(passed(1.0), noise=0.5)
    hold(attempt, busy.noise, Figure("p95 of x", 4.0, "ms", 5.0))
    assert attempt.attacks == 1
    with pytest.raises(UncontrolledError, match="other work had 50 %"):
        hold(attempt, busy.noise, Figure("p95 of x", 9.0, "ms", 5.0))
    hold(attempt, busy.noise, Figure("memory", 900.0, "MB", 512.0), excusable=False)
    assert "memory" in reasons(attempt)


def test_a_figure_without_target_is_only_shown():
    attempt = attempt_of()
    hold(attempt, 0.0, Figure("p50", 9.0, "ms"))
    assert attempt.figures[0].met is None
    assert not attempt.mismatches


def test_a_generator_that_could_not_keep_up_proves_nothing():
    good, _ = measurable(passed(1.0))
    late, why = measurable(Passed(passed(1.0).tallies, late=50))
    busy, _ = measurable(Passed(passed(1.0).tallies, busy=0.99))
    assert (good, late, busy) == (True, False, False)
    assert "50.0 % of its requests left late" in why


def test_everything_together():
    attempt = attempt_of(full=True)
    growing = [(float(second), 100.0 + second) for second in range(200)]
    found = load_of(passed(1.0), memory=growing, profile=Profile(Path("p.txt"), ("f", 12.0)))
    hold_whole(attempt, found)
    names = {figure.name: figure for figure in attempt.figures}
    assert {"error rate", "memory", "memory slope", "throughput", "p95 mix", "database p95"} <= set(
        names
    )
    assert names["throughput"].value == 2_000
    assert names["hottest function"].value == 12.0
    assert reasons(attempt).startswith("memory slope")


def test_the_short_form_says_so_and_tells_no_slope():
    attempt = attempt_of()
    hold_whole(attempt, load_of(passed(1.0), database=None))
    names = {figure.name for figure in attempt.figures}
    assert not names & {"memory slope", "database p95", "hottest function"}
    assert all("short form" in one.note for one in attempt.figures if one.name == "p95 mix")


def test_reads_that_were_not_let_through_say_nothing_of_throughput():
    refused = passed(1.0, *([429] * 90), *([200] * 10))
    with pytest.raises(UncontrolledError, match="429"):
        hold_whole(attempt_of(), load_of(passed(1.0), burst=refused))


def test_a_slow_machine_is_below_the_floor():
    attempt = attempt_of()
    slow = passed(1.0, *([200] * 50))
    slow.busy = 0.99
    hold_whole(attempt, load_of(passed(1.0), burst=slow))
    assert "throughput is 50 requests a second, below 100" in reasons(attempt)
    shown = next(one for one in attempt.figures if one.name == "throughput")
    assert "the generator was the limit" in shown.note
