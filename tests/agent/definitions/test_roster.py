"""Definitions are found where hosts look, ranked, and addressed by name, path or role (C-71)."""

from pathlib import Path

import pytest

from backstay import agent
from backstay.agent.definitions import places
from backstay.agent.definitions.places import Found
from backstay.agent.definitions.roles import role_of
from backstay.agent.definitions.roster import load_files, load_roster


def put(folder: Path, path: str, name: str) -> None:
    place = folder / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(f"---\nname: {name}\n---\n")


def test_every_place_of_every_host_is_looked_at(tmp_path: Path) -> None:
    project, home = tmp_path / "project", tmp_path / "home"
    for path in (
        *(".claude/agents/team/a.md", ".claude/skills/b/SKILL.md", ".github/agents/c.md"),
        *(".github/skills/d/SKILL.md", ".cursor/rules/e.mdc", "AGENTS.md", "sub/AGENTS.md"),
        *("README.md", ".claude/skills/b/notes.md", "docs/agents/x.md"),
    ):
        put(project, path, "x")
    put(home, ".claude/agents/f.md", "x")
    put(home, ".claude/skills/g/SKILL.md", "x")
    put(home, ".claude/skills/g/reference.md", "x")
    put(home, "elsewhere/h.md", "x")

    entries = load_roster(project, home).entries

    found = [(one.rank, one.definition.path) for one in entries if one.rank != "built-in"]
    assert found == [
        ("project", ".claude/agents/team/a.md"),
        ("project", ".claude/skills/b/SKILL.md"),
        ("project", ".cursor/rules/e.mdc"),
        ("project", ".github/agents/c.md"),
        ("project", ".github/skills/d/SKILL.md"),
        ("project", "AGENTS.md"),
        ("project", "sub/AGENTS.md"),
        ("user", "~/.claude/agents/f.md"),
        ("user", "~/.claude/skills/g/SKILL.md"),
    ]


def test_without_a_home_only_the_project_counts(tmp_path: Path) -> None:
    put(tmp_path, ".claude/agents/a.md", "a")

    entries = load_roster(tmp_path).entries

    assert [one.definition.name for one in entries if one.rank != "built-in"] == ["a"]


def test_an_organisation_outranks_the_project_and_backstay_comes_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "managed/.claude/agents/a.md", "managed")
    put(tmp_path, "project/AGENTS.md", "project")
    put(tmp_path, "specialists/b.md", "built-in")
    monkeypatch.setattr(places, "MANAGED", tmp_path / "managed")
    monkeypatch.setattr(places, "BUILT_IN", tmp_path / "specialists")

    entries = load_roster(tmp_path / "project").entries

    assert [(entry.rank, entry.definition.name) for entry in entries] == [
        *(("managed", "managed"), ("project", "project"), ("built-in", "built-in")),
    ]


def test_backstay_keeps_its_own_beside_the_other_parts_of_the_agent() -> None:
    assert places.BUILT_IN.parent == Path(agent.__path__[0])


def test_of_two_with_one_name_the_higher_rank_wins(tmp_path: Path) -> None:
    put(tmp_path, "user.md", "api")
    put(tmp_path, "project.md", "api")

    roster = load_files(
        [
            Found(tmp_path / "user.md", "~/user.md", "user"),
            Found(tmp_path / "project.md", "project.md", "project"),
        ]
    )

    found = roster.named("api")
    assert found
    assert found.path == "project.md"
    other = roster.named("~/user.md")
    assert other
    assert other.path == "~/user.md"


def test_an_unreadable_file_does_not_hinder_the_rest(tmp_path: Path) -> None:
    put(tmp_path, "a.md", "a")
    (tmp_path / "b.md").write_bytes(b"\0")

    roster = load_files(Found(tmp_path / name, name, "project") for name in ("b.md", "a.md"))

    assert [one.name for one in roster.definitions] == ["a"]
    assert roster.unreadable == ("b.md: binary content; a definition is Markdown",)


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("QA Testing", "test"),
        ("qa-agent", "test"),
        ("test-agent", "test"),
        ("EXECUTOR", "specialist"),
        ("execution-coordinator", "orchestrator"),
        ("DB Architect", "database"),
        ("Frontend-CLI", "frontend"),
        ("Project Manager", "planning"),
        ("Research", "research"),
        ("DevOps", "devops"),
        ("Documentation", "documentation"),
        ("lamp-keeper", ""),
    ],
)
def test_names_of_teams_and_agents_mean_roles(name: str, role: str) -> None:
    """C-45, R-215, R-228."""
    assert role_of(name) == role


def test_a_role_stands_for_a_name_that_is_not_there(tmp_path: Path) -> None:
    put(tmp_path, "a.md", "qa")
    roster = load_files([Found(tmp_path / "a.md", "a.md", "project")])

    found = roster.named("test-agent")
    assert found
    assert found.name == "qa"
    assert roster.named("security-agent") is None
