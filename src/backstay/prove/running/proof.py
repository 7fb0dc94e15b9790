"""Proof: all trials of a project, phase by phase, each phase on a subject of its own."""

from collections.abc import Callable, Iterable
from contextlib import AbstractAsyncContextManager, suppress
from dataclasses import dataclass
from itertools import groupby

from backstay.prove.evidence.result import Result
from backstay.prove.outcome import Outcome
from backstay.prove.running.judge import judged, without
from backstay.prove.subject.process import StartError
from backstay.prove.subject.project import Project
from backstay.prove.subject.subject import SQLITE, WIDE_OPEN, Subject, at_rest, running
from backstay.prove.trial import Phase, Trial
from backstay.prove.world.client import Client
from backstay.prove.world.people import NoPersonError
from backstay.prove.world.world import World

Tell = Callable[[Result], None]

SETTINGS = {
    Phase.LIMITS: {name: value for name, value in WIDE_OPEN.items() if name != "REQUESTS"},
    Phase.LOAD: {"ENVIRONMENT": "production", "LOG_LEVEL": "INFO"},
}
"""The environment of a phase; what it leaves out is as the project itself has it."""


@dataclass(frozen=True, slots=True)
class Run:
    """How to prove: `database` is `sqlite` or a PostgreSQL server's URL; `full` the long form."""

    database: str = SQLITE
    full: bool = False


async def proven(project: Project, trials: Iterable[Trial], run: Run, tell: Tell) -> list[Result]:
    """Every trial's result, in order; `tell` hears of each as it comes."""
    results: list[Result] = []
    for phase, group in groupby(trials, key=lambda trial: trial.phase):
        results += await _phase(project, phase, list(group), run, tell)
    return results


async def _phase(
    project: Project, phase: Phase, trials: list[Trial], run: Run, tell: Tell
) -> list[Result]:
    results: list[Result] = []
    try:
        async with _subject(project, phase, run) as subject:
            client = Client(subject.base)
            try:
                world = World(subject, client, full=run.full)
                if phase is not Phase.PROJECT:
                    with suppress(NoPersonError):  # the check of accounts says it better
                        await world.person("admin", "the first admin")
                for trial in trials:
                    results.append(await judged(trial, world, str(project.contract.name)))
                    tell(results[-1])
            finally:
                await client.close()
    except StartError as error:
        for trial in trials[len(results) :]:
            results.append(without(trial, Outcome.UNPROVEN, str(error)))
            tell(results[-1])
    return results


def _subject(project: Project, phase: Phase, run: Run) -> AbstractAsyncContextManager[Subject]:
    if phase is Phase.PROJECT:
        return at_rest(project, run.database)
    settings = SETTINGS.get(phase, WIDE_OPEN)
    return running(project, run.database, settings, checks=phase is not Phase.BARE)
