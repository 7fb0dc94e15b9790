"""`/api test`: an endpoint's own tests, load and attacks; what did not run is said (R-223)."""

from pathlib import Path

import pytest

from backstay.agent.api import testing
from backstay.agent.api.testing import Line, try_endpoint
from backstay.agent.work.testing import Ran
from backstay.blueprint import load
from backstay.prove.trial import Trial

EXAMPLE = Path(__file__).parents[3] / "examples" / "timetrack"
BLUEPRINT = load(EXAMPLE / "backstay.yaml")


@pytest.fixture
def tried(monkeypatch) -> list[Trial]:
    """The trials that would run; the project's own tests pass."""
    seen: list[Trial] = []

    async def proven(_project, trials, _run, _tell):
        seen.extend(trials)
        return []

    monkeypatch.setattr(testing, "proven", proven)
    monkeypatch.setattr(testing, "run_tests", lambda _root, paths: Ran(passed=len(paths), failed=0))
    return seen


def test_the_trials_of_an_endpoint_are_its_load_and_its_attacks(tried: list[Trial]) -> None:
    lines = try_endpoint(EXAMPLE, BLUEPRINT, "Task")

    assert {one.check for one in tried} > {"matrix", "flow", "plan"}
    assert {one.key.split(".")[1] for one in tried} == {"Task"}
    unit, integration, load_line, attack = lines
    assert unit.passed == 2
    assert integration.passed == 3
    assert (load_line.kind, attack.kind) == ("load", "attack")
    assert load_line == Line("load", None, None, "no trial of this kind is there for it")


def test_one_kind_is_run_alone(tried: list[Trial]) -> None:
    (line,) = try_endpoint(EXAMPLE, BLUEPRINT, "GET /tasks", ("unit",))

    assert line.kind == "unit"
    assert tried == []
