"""The probe of load: each operation is held to its own objective, and its own line."""

import pytest

from backstay.prove.attempt import Attempt, UncontrolledError
from backstay.prove.load.measure import Load
from backstay.prove.probes.load import trials
from tests.prove.load.runs import BLUEPRINT, LIST, attempt_of, load_of, passed, reasons


async def judged(load: Load, name: str = "list_loans") -> Attempt:
    attempt = attempt_of(load)
    trial = next(one for one in trials(BLUEPRINT) if one.claim.startswith(name))
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
    found = {one.claim.split()[0]: one for one in trials(BLUEPRINT)}
    assert found["list_loans"].key == "resources.Loan.sla.list"
    assert found["close_loan"].key == "resources.Loan.sla.close"
    assert found["get_loan"].key == found["login"].key == "defaults.sla"
    assert found["all"].key == "prove.load"
    assert found["list_loans"].at.line > found["login"].at.line
