"""`backstay agents route` names the specialist that a task wakes."""

import json
from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

Run = Callable[..., Result]
TESTS = Path(__file__).parents[3] / "agent"


def test_route_names_the_specialist_and_exits_with_one_for_nobody(run: Run, project: Path) -> None:
    woken = run("route", "light the lamp", "--root", project, "--explain")
    nobody = run("route", "good night", "--root", project)
    data = json.loads(run("route", "the lamp", "--root", project, "--json").output)

    assert woken.exit_code == 0
    assert woken.output.startswith("lamp\nlamp wakes by task, with 3; nobody else would\n")
    assert "+2 keyword 'lamp': said in the task" in woken.output
    assert (nobody.exit_code, nobody.output.split("\n")[0]) == (1, "none")
    assert data["chosen"] == "lamp"


def test_route_takes_changed_files(run: Run, project: Path) -> None:
    among = TESTS / "activation/roster"

    result = run("route", "clean up", "--path", "tests/a.py", "--among", among, "--root", project)

    (project / "AGENTS.md").write_bytes(b"\0")
    unreadable = run("route", "the lamp", "--root", project)

    assert result.output.startswith("test\n")
    assert "AGENTS.md: binary content" in unreadable.stderr
    assert unreadable.stdout.startswith("lamp\n")


def test_route_measures_labelled_prompts(run: Run, tmp_path: Path, project: Path) -> None:
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


def test_route_without_a_task_is_wrong_input(run: Run, project: Path) -> None:
    result = run("route", "--root", project)

    assert result.exit_code == 2
    assert "give a task to route" in result.output
