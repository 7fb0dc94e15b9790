"""`backstay agents lint` looks definitions over and mends them."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

Run = Callable[..., Result]
TESTS = Path(__file__).parents[3] / "agent"


def test_lint_exits_with_one_on_findings_and_zero_without(run: Run, project: Path) -> None:
    bad = run("lint", "--root", project)
    place = project / ".claude/agents/lamp.md"
    place.write_text(place.read_text().replace("triggers: [lamp]\n", ""))
    good = run("lint", "--root", project)

    assert bad.exit_code == 1
    assert ".claude/agents/lamp.md:4: warning: Claude Code agents ignore `triggers`" in bad.output
    assert (good.exit_code, good.output) == (0, "")


def test_lint_judges_for_other_hosts_and_prints_json(run: Run, project: Path) -> None:
    result = run("lint", "--root", project, "--host", "cursor", "--host", "vscode", "--json")

    messages = [one["message"] for one in json.loads(result.output)["findings"]]
    assert any(one.startswith("Cursor rules ignore `triggers`") for one in messages)
    assert any(one.startswith("VS Code and Copilot agents ignore") for one in messages)
    assert run("lint", "--root", project, "--host", "emacs").exit_code == 2


def test_lint_mends_given_files_and_those_of_the_project_only(
    run: Run, project: Path, home: Path
) -> None:
    broken = "---\nname: x\ndescription: a: b\n---\n"
    (home / ".claude/agents/own.md").write_text(broken)
    (project / ".claude/agents/lamp.md").write_text(broken)

    result = run("lint", "--root", project, "--fix")

    assert ".claude/agents/lamp.md: 1 place(s) mended" in result.output
    assert "'a: b'" in (project / ".claude/agents/lamp.md").read_text()
    assert (home / ".claude/agents/own.md").read_text() == broken

    run("lint", home / ".claude/agents/own.md", "--fix")

    assert "'a: b'" in (home / ".claude/agents/own.md").read_text()


def test_lint_of_a_file_that_is_none_is_wrong_input(run: Run, tmp_path: Path) -> None:
    result = run("lint", tmp_path / "gone.md")

    assert result.exit_code == 2
    assert "gone.md: No such file or directory; give an agent definition" in result.output


def test_quirks_are_mended_from_the_command_line(run: Run, tmp_path: Path) -> None:
    """The demonstration: a damaged template, one command, and what is left to decide."""
    place = tmp_path / "template.md"
    shutil.copy(TESTS / "definitions/quirks/template.md", place)

    result = run("lint", place, "--fix")

    assert f"{place}: 6 place(s) mended" in result.output
    assert "mojibake" not in result.output
    assert "\u2013 and nowhere else" in place.read_text()
