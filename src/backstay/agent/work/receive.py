"""Takes a specialist's return: judged, then recorded by the orchestrator, or refused."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from backstay.agent.definitions.roster import Roster
from backstay.agent.documents.building import CONTRACT
from backstay.agent.policy.approvals import approved
from backstay.agent.policy.boundaries import breaches
from backstay.agent.policy.work import work_of
from backstay.agent.record.context import write_context
from backstay.agent.record.journal import Journal
from backstay.agent.record.timeline import append
from backstay.agent.returns.accept import judge
from backstay.agent.returns.measured import Measured
from backstay.agent.returns.model import FeatureReturn
from backstay.agent.returns.sentence import missing, sentence
from backstay.agent.tree.facts import facts_of
from backstay.agent.tree.snapshot import revision
from backstay.agent.work.documenting import documented


@dataclass(frozen=True, slots=True)
class Received:
    """How a return was taken; `why` says what keeps the sentence from being said."""

    accepted: bool
    differences: tuple[str, ...] = ()
    entry: str = ""
    sentence: str = ""
    why: tuple[str, ...] = ()


def receive(root: Path, claim: FeatureReturn, roster: Roster) -> Received:
    """Accept a return that the project bears out; a refused one leaves a line in the journal.

    Args:
        root: The project.
        claim: What the specialist says.
        roster: Whose boundaries hold: those of the specialist that hands in.
    """
    journal = Journal(root, claim.summary or claim.agent, claim_id(claim))
    verdict = judge(root, claim)
    differences = tuple(str(one) for one in verdict.differences)
    differences += tuple(_breaches(root, claim, verdict.measured, roster))
    if differences:
        journal.note("refused", agent=claim.agent, differences=differences)
        return Received(accepted=False, differences=differences)
    code = revision(root)
    said = sentence(verdict.measured, code)
    write_context(root, facts_of(root))
    made = ", ".join(f"`{one}`" for one in claim.routes_created)
    lines = (f"by {claim.agent}", *([f"routes: {made}"] if made else []), said or "not proven yet")
    entry = append(root, claim.summary or "a task", lines)
    journal.note("accepted", agent=claim.agent, sentence=said)
    notes = documented(root) if (root / CONTRACT).is_file() else ()
    return Received(True, (), entry, said, (*missing(verdict.measured, code), *notes))


def _breaches(
    root: Path, claim: FeatureReturn, measured: Measured, roster: Roster
) -> Iterator[str]:
    """The boundaries of the specialist that its work does not keep (R-231)."""
    specialist = roster.named(claim.agent)
    if specialist is None:
        yield f"agent: claimed {claim.agent}, found no such specialist"
        return
    own = measured.of(revision(root))
    work = work_of(
        root,
        checked=own and measured.findings is not None,
        tested=own and measured.passed is not None,
        approved=approved(root),
    )
    if work is None or not (work.added or work.changed):
        return  # nothing was written by hand, or nobody can say what was
    for one in breaches(specialist.boundaries, work):
        ask = f"; a person may agree: backstay agents approve {one.boundary!r}"
        tier = one.tier.replace("_", " ")
        yield f"{tier} `{one.boundary}`: {one.message}{ask if one.tier == 'ask_first' else ''}"


def claim_id(claim: FeatureReturn) -> str:
    """The run that a claim belongs to, as a file name; empty for a new one."""
    return "".join(one for one in claim.task_id if one.isalnum() or one in "-_")[:80]
