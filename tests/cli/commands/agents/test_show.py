"""`backstay agents show` prints a definition with its variables filled."""

from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

Run = Callable[..., Result]


def test_show_fills_variables_and_strictly_names_gaps(run: Run, project: Path) -> None:
    shown = run("show", "lamp", "--root", project)
    strict = run("show", "lamp", "--root", project, "--strict")

    assert shown.exit_code == 0
    assert "description: Keeps .." in shown.output
    assert "Run none (no test tool is declared or used)." in shown.output
    assert strict.exit_code == 1
    assert ".claude/agents/lamp.md:6: {{test_command}} was not detected" in strict.output


def test_show_takes_names_roles_and_files(run: Run, project: Path) -> None:
    (project / ".claude/agents/lamp.md").write_text("---\nname: qa-agent\n---\nTest it.\n")

    for name in ("qa-agent", "test-agent", project / ".claude/agents/lamp.md"):
        assert "Test it." in run("show", name, "--root", project).output
    missing = run("show", "nobody", "--root", project)
    assert missing.exit_code == 2
    assert "no definition is called nobody; found: qa-agent" in missing.output


def test_show_refuses_a_file_that_is_no_definition(run: Run, project: Path) -> None:
    (project / "x.md").write_bytes(b"\0")

    assert run("show", project / "x.md", "--root", project).exit_code == 2
