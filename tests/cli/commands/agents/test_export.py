"""`backstay agents export` writes a definition for another host, and replaces nothing unasked."""

from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

Run = Callable[..., Result]


def test_export_prints_or_writes_where_the_host_looks(
    run: Run, project: Path, tmp_path: Path
) -> None:
    printed = run("export", "lamp", "--host", "vscode", "--root", project)
    written = run("export", "lamp", "--host", "vscode", "--root", project, "--to", tmp_path / "out")

    place = tmp_path / "out/.github/agents/lamp.agent.md"
    assert printed.exit_code == written.exit_code == 0
    assert "note: VS Code and Copilot agents ignore `triggers`" in printed.stderr
    assert printed.stdout == place.read_text()
    assert written.stdout == f"{place}\n"


def test_export_replaces_nothing_unasked(run: Run, project: Path, tmp_path: Path) -> None:
    (tmp_path / "AGENTS.md").write_text("mine")
    args = ("export", "lamp", "--host", "agents-md", "--root", project, "--to", tmp_path)

    refused = run(*args)

    assert refused.exit_code == 2
    assert "give --force to replace it" in refused.output
    assert (tmp_path / "AGENTS.md").read_text() == "mine"
    assert run(*args, "--force").exit_code == 0
    assert "Run {{test_command}}." in (tmp_path / "AGENTS.md").read_text()


def test_export_does_not_follow_a_link_out(run: Run, project: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out/.github").symlink_to(tmp_path / "elsewhere", target_is_directory=True)

    result = run("export", "lamp", "--host", "vscode", "--root", project, "--to", tmp_path / "out")

    assert result.exit_code == 2
    assert "leads out of" in result.output
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_export_for_an_unknown_host_is_wrong_input(run: Run, project: Path) -> None:
    result = run("export", "lamp", "--host", "emacs", "--root", project)

    assert result.exit_code == 2
    assert "known: claude, skill, vscode, cursor, agents-md" in result.output
