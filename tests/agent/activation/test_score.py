"""Every point of a score has a reason, and no kind of reason counts without end."""

from collections.abc import Callable
from pathlib import Path

import pytest

from backstay.agent.activation.route import route
from backstay.agent.activation.task import Task
from backstay.agent.definitions.model import Definition
from backstay.detect.survey import detect

Agent = Callable[..., Definition]


@pytest.mark.parametrize(
    ("triggers", "task", "score"),
    [
        ("triggers", Task("cat dog emu fox gnu"), "7"),
        ("globs", Task("x", ("cat/1", "dog/1", "emu/1", "fox/1")), "9"),
        ("file_triggers", Task("x", ("a.cat", "a.dog", "a.emu")), "2"),
    ],
)
def test_many_signals_of_a_kind_count_only_so_often(
    agent: Agent, triggers: str, task: Task, score: str
) -> None:
    forms = {"triggers": "{}", "globs": "{}/**", "file_triggers": "*.{}"}
    listed = [forms[triggers].format(name) for name in ("cat", "dog", "emu", "fox", "gnu")]

    (candidate,) = route(task, [agent("zoo", **{triggers: str(listed)})]).candidates

    assert str(candidate.score) == score


def test_globs_are_seen_from_the_source_folders_that_a_survey_found(
    agent: Agent, tmp_path: Path
) -> None:
    (tmp_path / "kitchen/api").mkdir(parents=True)
    (tmp_path / "kitchen/api/cook.py").touch()
    (tmp_path / "kitchen/main.py").touch()
    api = agent("api", globs="api/**")
    task = Task("cook", ("kitchen/api/cook.py",))

    assert route(task, [api]).chosen is None
    assert route(task, [api], detect(tmp_path).main).chosen


def test_an_address_is_no_call_by_name(agent: Agent) -> None:
    (candidate,) = route(Task("mail me at x@lamp.test"), [agent("lamp")]).candidates

    assert candidate.signals == ()
