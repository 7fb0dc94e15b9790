"""A whole proof: every trial of a project, and the report of it on disk."""

from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic

from backstay.prove.evidence.result import Result
from backstay.prove.report.document import to_json
from backstay.prove.report.junit import to_junit
from backstay.prove.report.page import to_html
from backstay.prove.report.report import Report, report_of
from backstay.prove.running.discover import trials_of
from backstay.prove.running.environment import environment_of
from backstay.prove.running.proof import Run, proven
from backstay.prove.subject.project import Project
from backstay.prove.trial import Trial

FOLDER = "proof"
JSON_FILE, JUNIT_FILE, PAGE_FILE = "report.json", "report.xml", "report.html"

Begin = Callable[[Sequence[Trial]], None]
Tell = Callable[[Result], None]


async def prove(
    project: Project, run: Run, begin: Begin, tell: Tell, only: Sequence[str] = ()
) -> Report:
    """Prove a project.

    Args: project; run, on which database and how long; begin hears which trials there are, tell of
    each result as it comes; only, names of checks, all when there are none.
    """
    began = monotonic()
    trials = trials_of(project.blueprint, only)
    begin(trials)
    results = await proven(project, trials, run, tell)
    return report_of(
        project.blueprint,
        project.contract.read_text(encoding="utf-8"),
        results,
        environment_of(project, run.database),
        full=run.full,
        seconds=round(monotonic() - began, 1),
    )


def write(report: Report, project: Project, folder: Path | None = None) -> Path:
    """Write the report; gives the path of its page.

    Args: report; project, whose contract it shows; folder, `proof/` of the project when None.
    """
    folder = folder or project.root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    (folder / JSON_FILE).write_text(to_json(report), encoding="utf-8")
    (folder / JUNIT_FILE).write_text(to_junit(report), encoding="utf-8")
    page = folder / PAGE_FILE
    text = project.contract.read_text(encoding="utf-8")
    page.write_text(to_html(report, text), encoding="utf-8")
    return page
