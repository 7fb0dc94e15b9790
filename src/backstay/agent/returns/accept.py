"""Accepts a return that the tree and the evidence bear out, and refuses every other."""

from dataclasses import dataclass
from pathlib import Path

from backstay.agent.returns.compare import Difference, differences, unmeasured
from backstay.agent.returns.measured import Measured, kept
from backstay.agent.returns.model import FeatureReturn
from backstay.agent.tree.facts import facts_of
from backstay.agent.tree.snapshot import revision

TOO_MANY = 40


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a return stands; the differences where it does not."""

    accepted: bool
    differences: tuple[Difference, ...]
    measured: Measured


def judge(root: Path, claim: FeatureReturn) -> Verdict:
    """Re-derive what is claimed. Nothing is written."""
    code, measured = revision(root), kept(root)
    found = (*differences(claim, facts_of(root), root), *unmeasured(claim, measured, code))
    return Verdict(not found, found[:TOO_MANY], measured)
