"""Findings as tools answer them: the worst first, a bounded number, each with its mend."""

from backstay.agent.mcp.results import Checked, FindingOut
from backstay.agent.work.ports import Checked as Seen
from backstay.agent.work.ports import Found

MOST = 50


def finding_out(one: Found) -> FindingOut:
    """One finding."""
    return FindingOut(
        rule=one.rule,
        path=one.path,
        line=one.line,
        message=one.message,
        fix=one.fix,
        command=one.command or f"backstay explain {one.rule}",
    )


def told(seen: Seen) -> Checked:
    """What a check found, for an agent."""
    if not seen.ran:
        return Checked(ok=False, summary=seen.why, findings=[])
    errors = [one for one in seen.found if one.level == "error"]
    rest = len(errors) - MOST
    summary = f"{len(errors)} findings" if errors else "nothing is wrong"
    return Checked(
        ok=not errors,
        summary=f"{summary}; {rest} more are not listed" if rest > 0 else summary,
        findings=[finding_out(one) for one in errors[:MOST]],
        evidence=[f"{one.path}:{one.line}" for one in errors[:MOST]],
        next_actions=["mend each, then backstay_check again"] if errors else ["backstay_prove"],
    )
