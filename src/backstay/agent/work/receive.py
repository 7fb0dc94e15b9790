"""Takes a specialist's return: judged, then recorded by the orchestrator, or refused."""

from dataclasses import dataclass
from pathlib import Path

from backstay.agent.record.context import write_context
from backstay.agent.record.journal import Journal
from backstay.agent.record.timeline import append
from backstay.agent.returns.accept import judge
from backstay.agent.returns.model import FeatureReturn
from backstay.agent.returns.sentence import missing, sentence
from backstay.agent.tree.facts import facts_of
from backstay.agent.tree.snapshot import revision


@dataclass(frozen=True, slots=True)
class Received:
    """How a return was taken; `why` says what keeps the sentence from being said."""

    accepted: bool
    differences: tuple[str, ...] = ()
    entry: str = ""
    sentence: str = ""
    why: tuple[str, ...] = ()


def receive(root: Path, claim: FeatureReturn) -> Received:
    """Accept a return that the project bears out; a refused one leaves a line in the journal."""
    journal = Journal(root, claim.summary or claim.agent, claim_id(claim))
    verdict = judge(root, claim)
    if not verdict.accepted:
        differences = tuple(str(one) for one in verdict.differences)
        journal.note("refused", agent=claim.agent, differences=differences)
        return Received(accepted=False, differences=differences)
    code = revision(root)
    said = sentence(verdict.measured, code)
    write_context(root, facts_of(root))
    made = ", ".join(f"`{one}`" for one in claim.routes_created)
    lines = (f"by {claim.agent}", *([f"routes: {made}"] if made else []), said or "not proven yet")
    entry = append(root, claim.summary or "a task", lines)
    journal.note("accepted", agent=claim.agent, sentence=said)
    return Received(True, (), entry, said, missing(verdict.measured, code))


def claim_id(claim: FeatureReturn) -> str:
    """The run that a claim belongs to, as a file name; empty for a new one."""
    return "".join(one for one in claim.task_id if one.isalnum() or one in "-_")[:80]
