"""What is left to do at stop: findings of all rules on the lines that are not committed."""

from pathlib import Path

from backstay.agent.hook.edits import lines_of
from backstay.prove.checking.project import ProjectError, Run


def left_to_do(root: Path) -> str:
    """The findings as text; empty when nothing is left, or when nobody can say what changed."""
    try:
        report = Run.over([root], changed=True).report()
    except ProjectError:
        return ""
    found = list(report.findings)
    if not found:
        return ""
    return lines_of(found).replace("in what was just edited", "in what is not committed", 1)
