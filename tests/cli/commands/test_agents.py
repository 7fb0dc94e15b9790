"""`backstay agents` lists, looks over, shows, exports and routes, and refuses wrong input."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from backstay.cli.main import app

TESTS = Path(__file__).parents[2] / "agent"
GOOD = """\
---
name: lamp
description: Keeps {{src_dirs}}.
triggers: [lamp]
---
Run {{test_command}}.
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, so that nobody's own agents take part."""
    place = tmp_path / "home"
    (place / ".claude/agents").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(place))
    return place


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / ".claude/agents").mkdir(parents=True)
    (root / ".claude/agents/lamp.md").write_text(GOOD)
    (root / "main.py").write_text("import flask\n")
    return root


def run(*args: object) -> Result:
    return CliRunner().invoke(app, ["agents", *map(str, args)])


def test_list_shows_name_host_rank_and_path(project: Path, home: Path) -> None:
    (home / ".claude/agents/own.md").write_text("---\nname: own\ndescription: a: b\n---\n")

    result = run("list", "--root", project)
    data = json.loads(run("list", "--root", project, "--json").output)

    assert result.exit_code == 0
    assert result.output.split("\n")[:2] == [
        "lamp  claude, project  .claude/agents/lamp.md",
        "own   claude, user, 1 repair(s)  ~/.claude/agents/own.md",
    ]
    assert [one["name"] for one in data["definitions"]] == ["lamp", "own"]
    assert "body" not in data["definitions"][0]


def test_list_names_what_cannot_be_read(project: Path) -> None:
    (project / "AGENTS.md").write_bytes(b"\0")

    result = run("list", "--root", project)

    assert result.exit_code == 2
    assert "AGENTS.md: binary content" in result.output
    assert "lamp" in result.output


def test_lint_exits_with_one_on_findings_and_zero_without(project: Path) -> None:
    bad = run("lint", "--root", project)
    (project / ".claude/agents/lamp.md").write_text(GOOD.replace("triggers: [lamp]\n", ""))
    good = run("lint", "--root", project)

    assert bad.exit_code == 1
    assert ".claude/agents/lamp.md:4: warning: Claude Code agents ignore `triggers`" in bad.output
    assert (good.exit_code, good.output) == (0, "")


def test_lint_judges_for_other_hosts_and_prints_json(project: Path) -> None:
    result = run("lint", "--root", project, "--host", "cursor", "--host", "vscode", "--json")

    messages = [one["message"] for one in json.loads(result.output)["findings"]]
    assert any(one.startswith("Cursor rules ignore `triggers`") for one in messages)
    assert any(one.startswith("VS Code and Copilot agents ignore") for one in messages)
    assert run("lint", "--root", project, "--host", "emacs").exit_code == 2


def test_lint_mends_given_files_and_those_of_the_project_only(project: Path, home: Path) -> None:
    broken = "---\nname: x\ndescription: a: b\n---\n"
    (home / ".claude/agents/own.md").write_text(broken)
    (project / ".claude/agents/lamp.md").write_text(broken)

    result = run("lint", "--root", project, "--fix")

    assert ".claude/agents/lamp.md: 1 place(s) mended" in result.output
    assert "'a: b'" in (project / ".claude/agents/lamp.md").read_text()
    assert (home / ".claude/agents/own.md").read_text() == broken

    run("lint", home / ".claude/agents/own.md", "--fix")

    assert "'a: b'" in (home / ".claude/agents/own.md").read_text()


def test_lint_of_a_file_that_is_none_is_wrong_input(tmp_path: Path) -> None:
    result = run("lint", tmp_path / "gone.md")

    assert result.exit_code == 2
    assert "gone.md: No such file or directory; give an agent definition" in result.output


def test_show_fills_variables_and_strictly_names_gaps(project: Path) -> None:
    shown = run("show", "lamp", "--root", project)
    strict = run("show", "lamp", "--root", project, "--strict")

    assert shown.exit_code == 0
    assert "description: Keeps .." in shown.output
    assert "Run none (no test tool is declared or used)." in shown.output
    assert strict.exit_code == 1
    assert ".claude/agents/lamp.md:6: {{test_command}} was not detected" in strict.output


def test_show_takes_names_roles_and_files(project: Path) -> None:
    (project / ".claude/agents/lamp.md").write_text("---\nname: qa-agent\n---\nTest it.\n")

    for name in ("qa-agent", "test-agent", project / ".claude/agents/lamp.md"):
        assert "Test it." in run("show", name, "--root", project).output
    missing = run("show", "nobody", "--root", project)
    assert missing.exit_code == 2
    assert "no definition is called nobody; found: qa-agent" in missing.output


def test_show_refuses_a_file_that_is_no_definition(project: Path) -> None:
    (project / "x.md").write_bytes(b"\0")

    assert run("show", project / "x.md", "--root", project).exit_code == 2


def test_export_prints_or_writes_where_the_host_looks(project: Path, tmp_path: Path) -> None:
    printed = run("export", "lamp", "--host", "vscode", "--root", project)
    written = run("export", "lamp", "--host", "vscode", "--root", project, "--to", tmp_path / "out")

    place = tmp_path / "out/.github/agents/lamp.agent.md"
    assert printed.exit_code == written.exit_code == 0
    assert "note: VS Code and Copilot agents ignore `triggers`" in printed.stderr
    assert printed.stdout == place.read_text()
    assert written.stdout == f"{place}\n"


def test_export_replaces_nothing_unasked(project: Path, tmp_path: Path) -> None:
    (tmp_path / "AGENTS.md").write_text("mine")
    args = ("export", "lamp", "--host", "agents-md", "--root", project, "--to", tmp_path)

    refused = run(*args)

    assert refused.exit_code == 2
    assert "give --force to replace it" in refused.output
    assert (tmp_path / "AGENTS.md").read_text() == "mine"
    assert run(*args, "--force").exit_code == 0
    assert "Run {{test_command}}." in (tmp_path / "AGENTS.md").read_text()


def test_export_does_not_follow_a_link_out(project: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out/.github").symlink_to(tmp_path / "elsewhere", target_is_directory=True)

    result = run("export", "lamp", "--host", "vscode", "--root", project, "--to", tmp_path / "out")

    assert result.exit_code == 2
    assert "leads out of" in result.output
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_export_for_an_unknown_host_is_wrong_input(project: Path) -> None:
    result = run("export", "lamp", "--host", "emacs", "--root", project)

    assert result.exit_code == 2
    assert "known: claude, skill, vscode, cursor, agents-md" in result.output


def test_route_names_the_specialist_and_exits_with_one_for_nobody(project: Path) -> None:
    woken = run("route", "light the lamp", "--root", project, "--explain")
    nobody = run("route", "good night", "--root", project)
    data = json.loads(run("route", "the lamp", "--root", project, "--json").output)

    assert woken.exit_code == 0
    assert woken.output.startswith("lamp\nlamp wakes by task, with 3; nobody else would\n")
    assert "+2 keyword 'lamp': said in the task" in woken.output
    assert (nobody.exit_code, nobody.output.split("\n")[0]) == (1, "none")
    assert data["chosen"] == "lamp"


def test_route_takes_changed_files(project: Path) -> None:
    among = TESTS / "activation/roster"

    result = run("route", "clean up", "--path", "tests/a.py", "--among", among, "--root", project)

    (project / "AGENTS.md").write_bytes(b"\0")
    unreadable = run("route", "the lamp", "--root", project)

    assert result.output.startswith("test\n")
    assert "AGENTS.md: binary content" in unreadable.stderr
    assert unreadable.stdout.startswith("lamp\n")


def test_route_measures_labelled_prompts(tmp_path: Path, project: Path) -> None:
    (tmp_path / "cases.yaml").write_text("a: [{expect: lamp, text: the lamp}]\n")
    (tmp_path / "wrong.yaml").write_text("a: [{expect: none, text: the lamp}]\n")
    (tmp_path / "none.yaml").write_text("[]\n")

    right = run("route", "--cases", tmp_path / "cases.yaml", "--root", project)
    wrong = run("route", "--cases", tmp_path / "wrong.yaml", "--root", project)

    assert (right.exit_code, right.output) == (
        0,
        "all: 1 of 1 right (100.0%), near misses 0 of 0\n",
    )
    assert wrong.exit_code == 1
    assert "expected none, got lamp: the lamp" in wrong.output
    assert run("route", "--cases", tmp_path / "none.yaml", "--root", project).exit_code == 2


def test_route_without_a_task_is_wrong_input(project: Path) -> None:
    result = run("route", "--root", project)

    assert result.exit_code == 2
    assert "give a task to route" in result.output


@pytest.mark.parametrize("command", [["list"], ["lint"], ["show", "x"], ["route", "x"]])
def test_a_root_that_is_no_folder_is_wrong_input(command: list[str], tmp_path: Path) -> None:
    result = run(*command, "--root", tmp_path / "gone")

    assert result.exit_code == 2
    assert "give the root of a project" in result.output


def test_quirks_are_mended_from_the_command_line(tmp_path: Path) -> None:
    """The demonstration: a damaged template, one command, and what is left to decide."""
    place = tmp_path / "template.md"
    shutil.copy(TESTS / "definitions/quirks/template.md", place)

    result = run("lint", place, "--fix")

    assert f"{place}: 6 place(s) mended" in result.output
    assert "mojibake" not in result.output
    assert "\u2013 and nowhere else" in place.read_text()
