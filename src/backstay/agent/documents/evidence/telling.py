"""What a document says of its evidence: where and when it was measured, or why it was not."""

from collections.abc import Iterator

from backstay.agent.documents.evidence.evidence import TASK, Evidence
from backstay.agent.documents.page.markdown import prose


def measured_on(evidence: Evidence, command: str) -> Iterator[str]:
    """One paragraph: what the figures were measured on, or that there are none."""
    proof = evidence.proof
    if proof is None:
        yield evidence.lack("proof", command)
        yield ""
        return
    seen = proof.environment
    form = "the contract's own load" if proof.full else "the short form of the load"
    yield from prose(
        f"Measured {seen.get('began', '')} with {form}: {seen.get('machine', '')}; Python",
        f"{seen.get('python', '')}; {seen.get('database', '')}; Backstay",
        f"{seen.get('backstay', '')}. Code `{proof.code}`, commit",
        f"`{seen.get('commit') or 'none'}`.",
    )
    yield ""


def own_tests_said(evidence: Evidence) -> str:
    """How the project's own tests came out: those of a task, else what the proof saw of them."""
    one, covered = evidence.tests, evidence.figure("coverage")
    if one is not None:
        share = "not measured" if one.coverage is None else f"{one.coverage:g} %"
        return f"{one.passed} passed, {one.failed} failed, coverage {share}"
    if covered is not None:
        return f"{evidence.check('coverage')}, coverage {covered['value']:g} %: {covered['note']}"
    return evidence.lack("tests", TASK)
