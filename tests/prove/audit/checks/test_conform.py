"""conform: good requests get what is declared, or it is said what was missing to make them good."""

from backstay.prove.outcome import Outcome
from tests.prove.audit.asked import audit_of

READS = ("GET /health", "GET /notes", "GET /notes/{note_id}")


async def test_a_healthy_service_answers_as_it_declares():
    found = await audit_of("conform", writes=True)
    assert {one.outcome for one in found.values()} == {Outcome.PASSED}
    assert len(found) == 5


async def test_an_answer_that_does_not_fit_its_schema_is_a_failure():
    found = await audit_of("conform", "missing")
    assert found["GET /notes"].outcome is Outcome.FAILED
    assert 'does not fit its schema: "text" is a required property' in found["GET /notes"].reason
    assert found["GET /notes/{note_id}"].outcome is Outcome.PASSED


async def test_a_server_error_on_a_good_request_is_a_failure():
    found = await audit_of("conform", "fault", ids={"note_id": "x"}, notes=0)
    assert found["GET /notes/{note_id}"].reason == "a good request was answered with 500"
    gone = await audit_of("conform", "crash", ids={"note_id": "x"}, notes=0)
    assert "answered with nothing (" in gone["GET /notes/{note_id}"].reason


async def test_what_is_not_good_enough_is_unproven_and_says_what_to_give():
    found = await audit_of("conform", notes=0)
    assert "no id is known for note_id; --id note_id=..." in found["GET /notes/{note_id}"].reason
    assert "--writes sends it too" in found["POST /notes"].reason
    nobody = await audit_of("conform", me=None)
    assert "answered 401: say who asks with --header" in nobody["GET /notes"].reason
    other = await audit_of("conform", ids={"note_id": "999"}, notes=0)
    assert "to what its schema calls good" in other["GET /notes/{note_id}"].reason


async def test_without_anybody_who_makes_it_nothing_is_deleted():
    found = await audit_of("conform", "open", "fault", writes=True, me=None)
    assert found["DELETE /notes/{note_id}"].outcome is Outcome.PASSED


async def test_a_body_of_which_nothing_is_said_and_a_row_that_nobody_makes_are_unproven():
    found = await audit_of("conform", "silent", "makerless", writes=True)
    row = "/notes/{note_id}"
    assert found[f"GET {row}"].reason.endswith("the document says nothing of the body of 200")
    assert "no operation is there to make what it deletes" in found[f"DELETE {row}"].reason
