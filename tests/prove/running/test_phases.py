"""Trials of the project's files need no running subject; what does not apply is told as that."""

from pathlib import Path

from backstay.prove.attempt import Attempt, NotApplicableError
from backstay.prove.evidence.result import Result
from backstay.prove.outcome import Outcome
from backstay.prove.running.proof import SETTINGS, Run, proven
from backstay.prove.subject import subject
from backstay.prove.subject.process import Idle, StartError
from backstay.prove.subject.project import project_at
from backstay.prove.trial import Phase, Trial

PROJECT = project_at(Path(__file__).parents[3] / "examples" / "timetrack")
AT = PROJECT.blueprint.keys["service"]


async def at_rest(attempt: Attempt) -> None:
    resting = attempt.world.subject
    attempt.controlled(isinstance(resting.process, Idle), "it runs")
    assert resting.process.pid == 0
    assert await resting.database.fetch("SELECT 1") == [(1,)]
    attempt.require((resting.project.root / "main.py").is_file(), "no main.py")


async def nowhere(attempt: Attempt) -> None:
    raise NotApplicableError("not on this database")


async def test_a_project_is_looked_at_while_it_does_not_run():
    trials = [
        Trial("tree", "service", AT, "it is at rest", at_rest, Phase.PROJECT),
        Trial("outage", "service", AT, "it is away", nowhere, Phase.PROJECT),
    ]
    told: list[Result] = []
    results = await proven(PROJECT, trials, Run(), told.append)
    assert [one.outcome for one in results] == [Outcome.PASSED, Outcome.NOT_APPLICABLE]
    assert results[1].reason == "not on this database"
    assert told == results


def test_limits_and_load_run_with_the_projects_own_numbers():
    assert "REQUESTS" not in SETTINGS[Phase.LIMITS]
    assert SETTINGS[Phase.LOAD]["ENVIRONMENT"] == "production"


async def test_a_subject_that_does_not_start_leaves_every_trial_unproven(monkeypatch):
    async def started(*_):
        raise StartError("no such table")

    monkeypatch.setattr(subject, "migrated", started)
    trials = [Trial("lock", "service", AT, f"claim {n}", nowhere) for n in range(2)]
    told: list[Result] = []
    results = await proven(PROJECT, trials, Run(), told.append)
    assert [(one.outcome, one.reason) for one in results] == [
        (Outcome.UNPROVEN, "no such table")
    ] * 2
    assert told == results
