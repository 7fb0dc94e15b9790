"""security: good credentials get in and no others do; who cannot show the first shows nothing."""

from backstay.prove.audit.identity import Identity
from backstay.prove.outcome import Outcome
from tests.prove.audit.asked import audit_of

READS = ("GET /notes", "GET /notes/{note_id}")
WRITES = ("POST /notes", "DELETE /notes/{note_id}")


async def test_a_healthy_service_refuses_what_is_missing_and_what_is_forged():
    found = await audit_of("security")
    assert {found[key].outcome for key in READS} == {Outcome.PASSED}
    assert found["GET /notes"].attacks == 5
    assert found["GET /health"].outcome is Outcome.NOT_APPLICABLE
    assert {found[key].reason for key in WRITES} == {
        "Uncontrolled: it writes, and was not sent: --writes sends it too"
    }


async def test_writes_are_tried_where_they_are_allowed():
    found = await audit_of("security", writes=True)
    assert {found[key].outcome for key in WRITES} == {Outcome.PASSED}


async def test_without_a_check_anybody_gets_in():
    found = await audit_of("security", "open", writes=True)
    assert {found[key].outcome for key in (*READS, *WRITES)} == {Outcome.FAILED}
    assert "with no credentials it answered 200" in found["GET /notes"].reason
    assert "/notes" in found["GET /notes"].findings[0].script


async def test_a_token_that_is_not_verified_opens():
    found = await audit_of("security", "forged")
    assert "with a token without a signature it answered 200" in "; ".join(
        one.message for one in found["GET /notes"].findings
    )
    assert "with no credentials" not in found["GET /notes"].reason


async def test_nobody_to_get_in_means_nothing_was_shown():
    found = await audit_of("security", me=None)
    assert found["GET /notes"].outcome is Outcome.UNPROVEN
    assert "give --header" in found["GET /notes"].reason
    broken = await audit_of("security", "open", me=None)
    assert broken["GET /notes"].outcome is Outcome.FAILED


async def test_credentials_that_are_refused_themselves_show_nothing():
    stranger = Identity("me", (("Authorization", "Bearer gone"),))
    found = await audit_of("security", me=stranger)
    assert found["GET /notes"].reason.endswith("the credentials of --header are answered 401")


async def test_what_is_neither_closed_nor_open_is_unproven():
    found = await audit_of("security", "down", "forged", writes=True)
    assert "it answered 500, neither 401 nor 403" in found["GET /notes"].reason
    assert found["DELETE /notes/{note_id}"].outcome is Outcome.UNPROVEN
