"""The five source documents load with the expected repairs, survive, and wake by their words."""

from dataclasses import replace
from pathlib import Path

import pytest

from backstay.agent.activation.route import route
from backstay.agent.activation.task import Task
from backstay.agent.definitions.export import HOSTS, export
from backstay.agent.definitions.load import load_definition, read_definition
from backstay.agent.definitions.model import Definition
from backstay.detect.model import Profile
from backstay.detect.survey import detect


def words(definition: Definition, kind: str) -> list[str]:
    return [one.text for one in definition.triggers if one.kind == kind]


@pytest.fixture
def backend(tmp_path: Path) -> Profile:
    (tmp_path / "requirements.txt").write_text("flask\ncelery\n")
    return detect(tmp_path).main


def test_the_five_sources_load_with_the_expected_repairs(sources: list[Path]) -> None:
    """R-205: the acceptance test of the loader."""
    loaded = [load_definition(path, path.name) for path in sources]

    assert [one.name for one in loaded] == [
        *("backend", "backend-agent", "backend-developer-agent"),
        *("backend-agent", "backend-developer"),
    ]
    assert [[one.code for one in definition.repairs] for definition in loaded] == [
        [],
        ["handoff-target"] * 4 + ["mojibake"] * 7,
        ["no-header"],
        [],
        ["header-yaml"],
    ]
    assert len(words(loaded[0], "keyword")) == 13
    assert words(loaded[0], "glob") == ["api/**", "services/**", "models/**"]
    assert [one.agent for one in loaded[1].handoffs] == [
        *("api-agent", "database-agent", "test-agent", "security-agent"),
    ]
    assert not any(one.send for one in loaded[1].handoffs)
    assert len(words(loaded[3], "extension")) == 7


def test_the_five_sources_survive_every_host(sources: list[Path]) -> None:
    for path in sources:
        definition = load_definition(path)
        for host in HOSTS:
            written = export(definition, host)
            read = read_definition(written.text, written.path)
            assert replace(read, path="", host="plain") == replace(
                definition, path="", host="plain"
            )


def test_the_sources_wake_by_their_own_words(sources: list[Path], backend: Profile) -> None:
    """R-206 to R-210: each of the thirteen and five keywords, the globs, the conditions."""
    for path in sources:
        definition = load_definition(path)
        for trigger in definition.triggers:
            if trigger.kind == "keyword":
                assert route(Task(f"look at {trigger.text}"), [definition]).chosen
            if trigger.kind in ("glob", "extension"):
                file = trigger.text.replace("**", "x.py").replace("*", "x")
                assert route(Task("look", (file,)), [definition]).chosen
    by_project = route(Task("look"), [load_definition(sources[1])], backend).chosen
    assert by_project
    assert by_project.tier == "project"
