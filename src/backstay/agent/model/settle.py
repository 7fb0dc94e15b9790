"""Settles a return: measured where it was made, judged, held to the boundaries, then taken."""

from dataclasses import replace

from backstay.agent.model.commission import Commission
from backstay.agent.model.ending import Driven, Ending
from backstay.agent.model.hands import Hands
from backstay.agent.model.worktree import NoWorktreeError, take
from backstay.agent.policy.boundaries import Work, breaches
from backstay.agent.returns.accept import judge
from backstay.agent.returns.measured import keep
from backstay.agent.returns.model import FeatureReturn
from backstay.agent.tree.snapshot import revision
from backstay.agent.work.measure import measure
from backstay.agent.work.receive import receive


def settled(given: Commission, claim: FeatureReturn, hands: Hands, patch: str) -> Driven:
    """Accept a return that the worktree bears out, and give the project its patch.

    Args: given; claim; hands, which worked in the tree; patch, a file below the project.
    """
    root, tree = given.root, hands.root
    seen = measure(tree, given.gates, _quiet)
    verdict = judge(tree, claim)
    if not verdict.accepted:
        return Driven(Ending.REFUSED, tuple(str(one) for one in verdict.differences), patch=patch)
    known = {path for path in hands.written if (root / path).exists()}
    work = Work(
        added=tuple(sorted(hands.written - known)),
        changed=tuple(sorted(known)),
        checked=seen.measured.findings is not None,
        tested=seen.measured.passed is not None,
    )
    broken = list(breaches(given.definition.boundaries, work))
    if broken:
        asked = all(one.tier == "ask_first" for one in broken)
        why = tuple(f"{one.boundary}: {one.message}" for one in broken)
        return Driven(Ending.PAUSED if asked else Ending.REFUSED, why, patch=patch)
    try:
        take(root, (root / patch).read_text(encoding="utf-8") if patch else "")
    except NoWorktreeError as error:
        return Driven(Ending.FAILED, (str(error),), patch=patch)
    # the same code, at another place: what git leaves out may differ
    code = revision(root)
    keep(root, replace(seen.measured, commit=code.commit, tree=code.tree))
    return Driven(Ending.ACCEPTED, received=receive(root, claim, given.roster))


def _quiet(done: float, of: float, what: str) -> None:
    """Progress is told by the caller."""
    del done, of, what
