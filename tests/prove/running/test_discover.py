"""Discovery: each trial points to a line of the contract, and who is let in is asked first."""

from pathlib import Path

import pytest

from backstay.blueprint import load
from backstay.prove.running.discover import FIRST, LAST, lines_of, trials_of
from backstay.prove.trial import Phase

EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture(scope="module", params=["timetrack", "shop"])
def blueprint(request):
    return load(EXAMPLES / f"{request.param}.yaml")


def test_every_trial_points_to_a_line_that_is_written(blueprint):
    there = set(lines_of(blueprint))
    keys = {trial.key for trial in trials_of(blueprint)}
    assert keys <= there
    assert len(keys) > 20


def test_phases_come_in_order_with_authorization_first_and_parity_last(blueprint):
    trials = trials_of(blueprint)
    assert [trial.phase for trial in trials] == sorted(trial.phase for trial in trials)
    checks = [trial.check for trial in trials if trial.phase is Phase.BEHAVIOUR]
    firsts = [place for place, check in enumerate(checks) if check in FIRST]
    assert firsts == list(range(len(firsts)))
    assert checks[-1] in LAST


def test_only_the_checks_that_are_asked_for(blueprint):
    assert {trial.check for trial in trials_of(blueprint, ["sort", "limit"])} == {"sort", "limit"}
    assert trials_of(blueprint, ["nothing"]) == []
