"""headers: each of the three is there on a healthy service, and missed on a broken one."""

import pytest

from backstay.prove.outcome import Outcome
from tests.prove.audit.asked import audit_of


async def test_a_healthy_service_has_all_three():
    found = await audit_of("headers")
    assert [one.outcome for one in found.values()] == [Outcome.PASSED] * 3


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        ("sniffing", "has no `x-content-type-options: nosniff`"),
        ("origin", "the origin https://evil.example is allowed"),
        ("banner", "the answer says `server: Specimen/1.2.3`"),
        ("powered", "the answer says `x-powered-by: Specimen`"),
    ],
)
async def test_what_is_missing_or_too_much_is_a_failure(broken, why):
    found = await audit_of("headers", broken)
    (failed,) = [one for one in found.values() if one.outcome is Outcome.FAILED]
    assert why in failed.reason
    assert failed.findings[0].script


async def test_without_any_good_answer_nothing_is_said(monkeypatch):
    monkeypatch.setattr("backstay.prove.audit.checks.headers.GOOD", range(0))
    found = await audit_of("headers")
    assert {one.outcome for one in found.values()} == {Outcome.UNPROVEN}
