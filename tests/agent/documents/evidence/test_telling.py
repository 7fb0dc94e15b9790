"""A document says where and when its figures were measured, or that they were not."""

from backstay.agent.documents.evidence.evidence import PROVE, Evidence, OwnTests
from backstay.agent.documents.evidence.telling import measured_on, own_tests_said
from backstay.prove.evidence.result import Figure

COVERED = Figure("coverage", 97.0, "%", 90.0, met=True, note="12 tests")


def test_the_environment_of_a_proof_is_told(proven, result) -> None:
    short = " ".join(measured_on(proven(result("matrix")), PROVE))
    full = " ".join(measured_on(proven(result("matrix"), full=True), PROVE))

    assert "Measured 2026-11-27T09:00:00+00:00 with the short form of the load" in short
    assert "PostgreSQL 17" in short
    assert "Code `feedc0de`, commit `abc123`" in short
    assert "with the contract's own load" in full


def test_without_a_proof_the_command_is_named() -> None:
    assert PROVE in " ".join(measured_on(Evidence(), PROVE))


def test_tests_of_a_task_come_before_those_of_a_proof(proven, result) -> None:
    seen = proven(result("coverage", figures=(COVERED,)))
    own = Evidence(proof=seen.proof, tests=OwnTests("c", 12, 1, 96.5))

    assert own_tests_said(seen) == "passed, coverage 97 %: 12 tests"
    assert own_tests_said(own) == "12 passed, 1 failed, coverage 96.5 %"
    assert own_tests_said(Evidence(tests=OwnTests("c", 1, 0))).endswith("coverage not measured")
    assert "`backstay task` measures it" in own_tests_said(Evidence())
