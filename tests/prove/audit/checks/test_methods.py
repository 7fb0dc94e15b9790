"""methods: what is not declared is answered with 405."""

from backstay.prove.outcome import Outcome
from tests.prove.audit.asked import audit_of


async def test_a_healthy_service_refuses_other_methods():
    found = await audit_of("methods")
    assert {one.outcome for one in found.values()} == {Outcome.PASSED}
    assert found["/notes"].attacks == 1
    writing = await audit_of("methods", writes=True)
    assert writing["/notes"].attacks == 4
    assert {one.outcome for one in writing.values()} == {Outcome.PASSED}


async def test_one_that_takes_any_method_fails():
    found = await audit_of("methods", "methods", writes=True)
    assert found["/notes"].outcome is Outcome.FAILED
    assert "TRACE is answered 200, not 405; PUT is answered 200" in found["/notes"].reason


async def test_a_path_that_cannot_be_read_shows_nothing():
    found = await audit_of("methods", me=None)
    assert "reading it is answered 401" in found["/notes"].reason


async def test_a_path_without_a_read_shows_nothing():
    found = await audit_of("methods", "hooks")
    assert "nothing can be read there" in found["/hooks"].reason
