"""`backstay agents list` lists definitions with host, rank and repairs."""

import json
from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

Run = Callable[..., Result]


def test_list_shows_name_host_rank_and_path(run: Run, project: Path, home: Path) -> None:
    (home / ".claude/agents/own.md").write_text("---\nname: own\ndescription: a: b\n---\n")

    result = run("list", "--root", project)
    data = json.loads(run("list", "--root", project, "--json").output)

    assert result.exit_code == 0
    assert [line.split() for line in result.output.split("\n")[:2]] == [
        ["lamp", "claude,", "project", ".claude/agents/lamp.md"],
        ["own", "claude,", "user,", "1", "repair(s)", "~/.claude/agents/own.md"],
    ]
    assert "backstay:backend.md" in result.output
    assert [one["name"] for one in data["definitions"]][:2] == ["lamp", "own"]
    assert "body" not in data["definitions"][0]


def test_list_names_what_cannot_be_read(run: Run, project: Path) -> None:
    (project / "AGENTS.md").write_bytes(b"\0")

    result = run("list", "--root", project)

    assert result.exit_code == 2
    assert "AGENTS.md: binary content" in result.output
    assert "lamp" in result.output
