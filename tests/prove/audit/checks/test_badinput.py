"""badinput and errors: refused is well, a server error is not, and neither tells of the inside."""

from backstay.prove.outcome import Outcome
from tests.prove.audit.asked import audit_of

LIST, ROW = "GET /notes", "GET /notes/{note_id}"


async def test_a_healthy_service_refuses_whatever_is_wrong():
    found = await audit_of("badinput", writes=True)
    assert {one.outcome for one in found.values()} == {Outcome.PASSED}
    assert found["POST /notes"].attacks > 40


async def test_a_server_error_is_a_failure_with_what_caused_it():
    found = await audit_of("badinput", "fault")
    assert found[LIST].outcome is Outcome.FAILED
    assert "text for a number: answered with 500" in found[LIST].reason
    assert "limit=abc" in found[LIST].findings[0].script
    assert found["GET /health"].outcome is Outcome.PASSED


async def test_a_closed_connection_is_a_server_error_too():
    found = await audit_of("badinput", "crash")
    assert "answered with nothing" in found[LIST].reason


async def test_where_everything_is_refused_nothing_is_shown():
    found = await audit_of("badinput", me=None)
    assert "say who asks with --header" in found[LIST].reason


async def test_what_is_down_is_a_failure_and_is_looked_at_by_errors():
    found = await audit_of("badinput", "down", "trace", only=("badinput", "errors"))
    assert "answered 500 tells" not in found[LIST].reason
    assert "an answer 500 tells a Python traceback" in found[LIST].reason
