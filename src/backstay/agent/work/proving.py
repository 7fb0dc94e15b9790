"""`backstay prove` behind the orchestrator's port: every line of the contract, and its figures."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from backstay.agent.work.ports import Proven
from backstay.blueprint import ContractError
from backstay.blueprint.operations import operations
from backstay.prove.evidence.result import Result
from backstay.prove.outcome import Outcome
from backstay.prove.report.report import Report
from backstay.prove.report.sentence import is_proven
from backstay.prove.running.proof import Run
from backstay.prove.subject.project import NoProjectError, Project, project_at
from backstay.prove.trial import Trial
from backstay.prove.whole import prove as run_proof
from backstay.prove.whole import write

Tell = Callable[[int, int], None]


def prove(root: Path, tell: Tell | None = None) -> Proven:
    """Prove the project at a root; `tell` hears how many of how many trials are done.

    Runs an event loop of its own, so it is called from a thread without one.
    """
    try:
        project = project_at(root)
    except (NoProjectError, ContractError) as error:
        return Proven(why=f"unproven: {error}")
    count = _Count(tell)
    report = asyncio.run(run_proof(project, Run(), count.begin, count.one))
    page = write(report, project)
    return _proven(report, project, page.relative_to(project.root).as_posix())


class _Count:
    """Counts trials for whoever waits."""

    def __init__(self, tell: Tell | None) -> None:
        self._tell = tell
        self._all = self._done = 0

    def begin(self, trials: Sequence[Trial]) -> None:
        self._all = len(trials)

    def one(self, result: Result) -> None:
        del result
        self._done += 1
        if self._tell is not None:
            self._tell(self._done, self._all)


def _proven(report: Report, project: Project, page: str) -> Proven:
    figures = {
        name: [
            one.value for result in report.results for one in result.figures if one.name in names
        ]
        for name, names in (
            ("p95", ("p95 simple", "p95 complex")),
            ("rps", ("throughput",)),
            ("coverage", ("coverage",)),
        )
    }
    failed = [
        f"line {one.at.line}: {one.text}" for one in report.lines if _is(one.outcome, "failed")
    ]
    failed += [f"{one.name}: {one.measured:g}, target {one.target}" for one in report.missed]
    open_lines = [one for one in report.lines if one.outcome is Outcome.UNPROVEN]
    return Proven(
        operations=sum(is_proven(one, report.results) for one in operations(project.blueprint)),
        p95_ms=max(figures["p95"], default=None),
        rps=min(figures["rps"], default=None),
        coverage=min(figures["coverage"], default=None),
        failed=tuple(failed),
        environment=_where(report),
        report=page,
        unproven=len(open_lines),
        why=_why(report, len(open_lines), page),
    )


def _where(report: Report) -> str:
    seen = report.environment
    return f"{seen.machine}; Python {seen.python}; {seen.database}"


def _is(outcome: Outcome, value: str) -> bool:
    return outcome.value == value


def _why(report: Report, open_lines: int, page: str) -> str:
    if not open_lines:
        return ""
    return f"{open_lines} of {len(report.lines)} lines of the contract are unproven ({page})"
