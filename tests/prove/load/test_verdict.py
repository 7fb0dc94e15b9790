from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from backstay.prove.attempt import Attempt, UncontrolledError
from backstay.prove.evidence.result import Figure
from backstay.prove.load.measure import Load
from backstay.prove.load.open_model import Passed
from backstay.prove.load.profile import Profile
from backstay.prove.load.tally import Tally
from backstay.prove.load.verdict import hold, hold_whole, measurable
from backstay.prove.probes import load as probe
from tests.prove.load.people import operation_of
from tests.prove.shelf import shelf

BLUEPRINT = shelf()
LIST = operation_of(BLUEPRINT, "list_loans")


def passed(milliseconds: float, *statuses: int, seconds: float = 1.0) -> Passed:
    tally = Tally()
    for status in statuses or (200,) * 100:
        tally.add(status, milliseconds / 1000)
    return Passed({LIST: tally}, seconds=seconds)


def load_of(one: Passed, **more: Any) -> Load:
    burst = more.pop("burst", passed(1.0, *([200] * 2_000)))
    values: dict[str, Any] = {"lacks": {}, "memory": [(0.0, 100.0)], "database": 4.0}
    values |= {"noise": 0.0, "profile": None} | more
    return Load(50, one, burst, **values)


def attempt_of(load: Load | None = None, *, full: bool = False) -> Attempt:
    async def once(_: Any) -> Any:
        return load

    world: Any = SimpleNamespace(blueprint=BLUEPRINT, full=full, once=once)
    return Attempt(world)


def reasons(attempt: Attempt) -> str:
    return "; ".join(one.why for one in attempt.mismatches)


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


async def judged(load: Load, name: str = "list_loans") -> Attempt:
    attempt = attempt_of(load)
    trial = next(one for one in probe.trials(BLUEPRINT) if one.claim.startswith(name))
    await trial.run(attempt)
    return attempt


async def test_an_operation_within_its_objective():
    attempt = await judged(load_of(passed(20.0)))
    assert not attempt.mismatches
    assert attempt.controls
    names = [figure.name for figure in attempt.figures]
    assert names == [
        "errors of list_loans",
        "p50 of list_loans",
        "p95 simple",
        "p95 of list_loans",
        "p99 of list_loans",
    ]


async def test_an_operation_beyond_it():
    assert "p95 of list_loans is 160" in reasons(await judged(load_of(passed(160.0))))


async def test_an_operation_with_errors():
    broken = passed(1.0, *([200] * 60), *([500] * 2))
    assert "errors of list_loans is 3.2 %" in reasons(await judged(load_of(broken, noise=0.9)))
    shed = passed(1.0, *([200] * 60), *([503] * 2))
    with pytest.raises(UncontrolledError, match="other work"):
        await judged(load_of(shed, noise=0.9))
    silent = passed(1.0, *([0] * 5))
    assert "100.0 %" in reasons(await judged(load_of(silent)))


async def test_an_operation_that_did_not_do_its_work_is_unproven():
    with pytest.raises(UncontrolledError, match="only 1 of 10 requests did their work"):
        await judged(load_of(passed(1.0, 200, *([404] * 9))))


async def test_an_operation_that_could_not_be_sent_is_unproven():
    with pytest.raises(UncontrolledError, match="list_loans: there was nobody"):
        await judged(load_of(passed(1.0), lacks={LIST: "there was nobody"}))


async def test_the_whole_is_a_trial_too():
    attempt = await judged(load_of(passed(1.0)), "all operations")
    assert not attempt.mismatches


def test_each_operation_names_the_line_that_it_is_held_to():
    found = {one.claim.split()[0]: one for one in probe.trials(BLUEPRINT)}
    assert found["list_loans"].key == "resources.Loan.sla.list"
    assert found["close_loan"].key == "resources.Loan.sla.close"
    assert found["get_loan"].key == found["login"].key == "defaults.sla"
    assert found["all"].key == "prove.load"
    assert found["list_loans"].at.line > found["login"].at.line
