"""refusals: what an operation refuses with is in its document."""

from backstay.prove.outcome import Outcome
from tests.prove.audit.asked import audit_of


async def test_a_healthy_service_declares_its_refusals():
    found = await audit_of("refusals", writes=True)
    assert found["GET /notes"].outcome is Outcome.PASSED
    assert found["GET /notes/{note_id}"].controls == 2
    assert found["GET /health"].outcome is Outcome.NOT_APPLICABLE


async def test_what_is_not_declared_is_a_failure():
    found = await audit_of("refusals", "undeclared")
    assert found["GET /notes"].outcome is Outcome.FAILED
    assert found["GET /notes"].reason == "422 is not declared; 401 is not declared"
    assert found["GET /notes/{note_id}"].reason == "404 is not declared; 401 is not declared"


async def test_a_refusal_without_a_schema_is_declared_all_the_same():
    found = await audit_of("refusals", "silent")
    assert found["GET /notes"].outcome is Outcome.PASSED


async def test_a_server_error_is_no_refusal():
    found = await audit_of("refusals", "down")
    assert found["GET /notes"].attacks == 1  # nobody is still refused
