"""ownership: a row that only one list has is only one's; what cannot be told apart is unproven."""

from backstay.prove.audit.identity import Identity
from backstay.prove.outcome import Outcome
from tests.prove.audit.asked import audit_of
from tests.prove.audit.specimen import BOB

ROW = "GET /notes/{note_id}"


async def test_the_other_is_refused_by_a_healthy_service():
    found = await audit_of("ownership", other=BOB)
    assert found[ROW].outcome is Outcome.PASSED
    assert (found[ROW].controls, found[ROW].attacks) == (3, 1)


async def test_the_other_reads_it_where_nobody_looks():
    found = await audit_of("ownership", "lax", other=BOB)
    assert found[ROW].outcome is Outcome.FAILED
    assert "only the first one's list has" in found[ROW].reason
    assert "$OTHER_AUTHORIZATION" in found[ROW].findings[0].script
    assert "eyJ" not in found[ROW].findings[0].script


async def test_one_alone_shows_nothing():
    found = await audit_of("ownership", "lax")
    assert "two identities are needed" in found[ROW].reason


async def test_without_a_list_nothing_says_whose_it_is():
    found = await audit_of("ownership", "open", other=BOB, ids={"note_id": "1"})
    assert found[ROW].outcome is Outcome.UNPROVEN  # nobody at all gets in: another check's finding
    assert "nobody at all is answered 200" in found[ROW].reason


async def test_what_both_lists_show_is_shared():
    found = await audit_of("ownership", "open", other=BOB, me=BOB)
    assert found[ROW].outcome is Outcome.NOT_APPLICABLE


async def test_a_list_without_a_size_may_have_more_pages():
    found = await audit_of("ownership", "sizeless", other=BOB)
    assert "on a later page" in found[ROW].reason
    alone = await audit_of("ownership", notes=0, other=BOB)
    assert "no id is known for note_id" in alone[ROW].reason


async def test_what_is_open_by_its_document_is_nobodys():
    found = await audit_of("ownership", "public", other=BOB)
    assert found[ROW].outcome is Outcome.NOT_APPLICABLE


async def test_a_list_that_is_missing_or_refused_says_nothing():
    found = await audit_of("ownership", "listless", other=BOB, ids={"note_id": "1"})
    assert "no list says whose the row is" in found[ROW].reason
    gone = Identity("other", (("Authorization", "Bearer gone"),))
    found = await audit_of("ownership", other=gone)
    assert "the other's list is answered 401" in found[ROW].reason
