"""errors: a trace in a body is a failure, wherever it was provoked."""

from backstay.prove.outcome import Outcome
from tests.prove.audit.asked import audit_of

NOWHERE = "service an unknown path tells nothing"


async def test_a_healthy_service_tells_nothing():
    found = await audit_of("errors")
    assert found["GET /notes"].outcome is Outcome.PASSED
    assert found[NOWHERE].outcome is Outcome.PASSED
    assert found[NOWHERE].controls == 3


async def test_a_trace_in_a_body_is_a_failure():
    found = await audit_of("errors", "trace", "fault")
    assert found["GET /notes"].outcome is Outcome.FAILED
    assert "an answer 500 tells a Python traceback" in found["GET /notes"].reason
    assert found[NOWHERE].outcome is Outcome.FAILED


async def test_after_badinput_what_that_provoked_is_looked_at():
    found = await audit_of("errors", "trace", only=("badinput", "errors"))
    assert found["GET /notes"].reason.startswith("an answer 422 tells a Python traceback")


async def test_without_an_error_nothing_was_looked_at(monkeypatch):
    monkeypatch.setattr("backstay.prove.audit.checks.errors.LEAST", 1000)
    found = await audit_of("errors")
    assert "no error could be provoked" in found[NOWHERE].reason
