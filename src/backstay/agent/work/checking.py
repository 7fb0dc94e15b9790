"""`backstay check` behind the orchestrator's port: the same rules as everywhere."""

from pathlib import Path

from backstay.agent.work.ports import Checked, Found
from backstay.prove.checking.project import ProjectError, Run
from backstay.prove.finding import Finding


def check(root: Path, paths: tuple[str, ...] = ()) -> Checked:
    """The findings of a project, or of some of its files; what could not be read is said."""
    given = [root / path for path in paths if (root / path).exists()]
    if paths and not given:
        return Checked(ran=True)
    try:
        report = Run.over(given or [root]).report()
    except ProjectError as error:
        return Checked(ran=False, why=f"check did not run: {error}")
    found = [_found(one, "error") for one in report.findings]
    found += [_found(one, "info") for one in report.information]
    found += [
        Found(one.what, 0, "unproven", one.why, "mend the file, then check again")
        for one in report.unproven
    ]
    return Checked(ran=True, found=tuple(found))


def _found(one: Finding, level: str) -> Found:
    return Found(one.where.path, one.where.line, one.check, one.message, one.hint, one.fix, level)
