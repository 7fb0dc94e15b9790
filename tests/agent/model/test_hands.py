"""Hands: what a definition, the guard and the project's border forbid."""

from dataclasses import replace

import pytest

from backstay.agent.definitions.model import Definition
from backstay.agent.model import hands as module
from backstay.agent.model.hands import Hands, RefusedError


@pytest.fixture
def hands(project):
    return Hands(project, Definition("backend"))


def test_a_tool_that_is_not_listed_is_refused(hands):
    hands.definition = replace(hands.definition, tools=("Read",))

    assert "FastAPI" in hands.read_file("app/main.py")
    with pytest.raises(RefusedError, match="may not call Write"):
        hands.write_file("app/a.py", "A = 1\n")
    assert hands.written == set()


@pytest.mark.parametrize("path", ["../x.py", "/etc/passwd", "app/../../x"])
def test_nothing_leaves_the_project(hands, path):
    with pytest.raises(RefusedError, match="leads out of the project"):
        hands.read_file(path)
    with pytest.raises(RefusedError, match="leads out of the project"):
        hands.write_file(path, "x")


@pytest.mark.parametrize("path", [".env", ".git/config", ".claude/settings.json", "docs/a.md"])
def test_the_gate_and_prose_are_not_the_specialist_s(hands, path):
    with pytest.raises(RefusedError):
        hands.write_file(path, "x")


def test_an_edit_must_know_its_place(hands):
    with pytest.raises(RefusedError, match="stands 3 times"):
        hands.edit_file("app/main.py", "tasks", "jobs")

    hands.edit_file("app/main.py", "return []", 'return ["a"]')

    assert 'return ["a"]' in hands.read_file("app/main.py")
    assert hands.written == {"app/main.py"}


def test_files_are_listed_and_searched(hands):
    assert "app/main.py" in hands.list_files()
    assert hands.search("def list_") == ["app/main.py:9: def list_tasks() -> list[str]:"]
    with pytest.raises(RefusedError, match="no regular expression"):
        hands.search("(")


def test_what_is_no_text_cannot_be_read(hands, project, monkeypatch):
    (project / "app" / "blob.bin").write_bytes(b"\xff\xfe\x00")
    monkeypatch.setattr(module, "MOST_READ", 10)
    monkeypatch.setattr(module, "MOST_HITS", 2)

    with pytest.raises(RefusedError, match="cannot be read"):
        hands.read_file("app/blob.bin")
    with pytest.raises(RefusedError, match="cannot be read"):
        hands.read_file("app/none.py")
    assert "characters more]" in hands.read_file("app/main.py")
    assert len(hands.search(".")) == 2
