"""latency: figures of each read; errors are failures, and what was not done shows nothing."""

from types import SimpleNamespace
from typing import Any

import pytest

from backstay.prove.attempt import Try, UncontrolledError
from backstay.prove.audit import measure
from backstay.prove.audit.checks.latency import hold_operation
from backstay.prove.audit.measure import Loaded
from backstay.prove.load.open_model import Passed
from backstay.prove.load.tally import Tally
from backstay.prove.outcome import Outcome
from tests.prove.audit.asked import audit_of

READ: Any = SimpleNamespace(id="GET /a")


@pytest.fixture(autouse=True)
def _few(monkeypatch):
    monkeypatch.setattr(measure, "EACH", 20)


def loaded(milliseconds: float, *statuses: int, noise: float = 0.0) -> Loaded:
    tally = Tally()
    for status in statuses:
        tally.add(status, milliseconds / 1000)
    return Loaded(Passed({"GET /a": tally}, seconds=1.0), {}, noise, 50.0)


async def test_each_read_has_its_figures():
    found = await audit_of("latency")
    names = {figure.name for figure in found["GET /notes"].figures}
    assert names == {f"{one} of GET /notes" for one in ("errors", "p50", "p95", "p99")}
    assert found["GET /notes"].controls >= 2


async def test_what_is_lacking_is_said():
    found = await audit_of("latency", notes=0)
    assert "no id is known for note_id" in found["GET /notes/{note_id}"].reason
    nobody = await audit_of("latency", me=None)
    assert "a good request is answered 401" in nobody["GET /notes"].reason
    assert nobody["GET /notes"].outcome is Outcome.UNPROVEN


def test_errors_and_slowness_are_mismatches():
    attempt = Try()
    hold_operation(attempt, loaded(1.0, *[200] * 19, 500), READ)
    assert "errors of GET /a is 5.0 %" in attempt.mismatches[0].why
    slow = Try()
    hold_operation(slow, loaded(1_500.0, *[200] * 20), READ)
    assert "p95 of GET /a is 15" in slow.mismatches[0].why


def test_on_a_busy_machine_slowness_is_unproven():
    with pytest.raises(UncontrolledError, match="measure on a quiet one"):
        hold_operation(Try(), loaded(1_500.0, *[200] * 20, noise=0.9), READ)


def test_what_was_refused_was_not_measured():
    with pytest.raises(UncontrolledError, match="only 1 of 20 requests did their work"):
        hold_operation(Try(), loaded(1.0, 200, *[429] * 19), READ)
