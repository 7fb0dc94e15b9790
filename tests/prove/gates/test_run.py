"""A project's own tools decide; one that is missing, hangs or cannot see is unproven."""

import json
import sys

import pytest

from backstay.prove.gates import run
from backstay.prove.gates.gate import Gate, passed_through
from backstay.prove.gates.node import node_gates
from backstay.prove.gates.python import python_gates
from backstay.prove.outcome import Outcome
from backstay.prove.project.audit import Audited, BlindError


@pytest.mark.parametrize(
    ("code", "outcome"), [("print('fine')", Outcome.PASSED), ("exit(3)", Outcome.FAILED)]
)
def test_the_exit_of_a_tool_decides(tmp_path, code, outcome):
    found = passed_through(tmp_path, Gate("lint", (sys.executable, "-c", code), "a test"))

    assert found.outcome is outcome


def test_a_tool_that_is_not_there_is_unproven(tmp_path):
    found = passed_through(tmp_path, Gate("lint", ("no-such-tool",), ".flake8"))

    assert found.outcome is Outcome.UNPROVEN
    assert found.said == "no-such-tool is not installed, though .flake8 asks for it"


def test_a_tool_that_does_not_end_is_stopped(tmp_path):
    wait = Gate("tests", (sys.executable, "-c", "import time; time.sleep(60)"), "a test")

    found = passed_through(tmp_path, wait, seconds=0.3)

    assert (found.outcome, found.said) == (Outcome.UNPROVEN, "stopped after 0 seconds")


def test_node_projects_have_the_scripts_that_they_name(tmp_path):
    scripts = {"lint": "eslint .", "test": "echo 'Error: no test specified' && exit 1"}
    (tmp_path / "package.json").write_text(json.dumps({"scripts": scripts}))
    (tmp_path / "tsconfig.json").touch()
    (tmp_path / "package-lock.json").touch()

    found = {one.name: one.command for one in node_gates(tmp_path)}

    assert found == {
        "lint": ("npm", "run", "lint"),
        "types": ("tsc", "--noEmit"),
        "audit": ("npm", "audit", "--audit-level=high"),
    }


def test_python_projects_have_the_tools_that_they_set_up(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[tool.ruff]\n[tool.mypy]\nstrict = true\n")
    (tmp_path / "app").mkdir()
    (tmp_path / "tests").mkdir()

    found = {one.name: one.command[:2] for one in python_gates(tmp_path)}

    assert found == {
        "lint": ("ruff", "check"),
        "types": ("mypy", "app"),
        "bandit": ("bandit", "-q"),
        "tests": ("pytest", "-q"),
    }


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        (Audited(3, ()), Outcome.PASSED),
        (Audited(3, ("jinja2 2.4.1: CVE-1",)), Outcome.FAILED),
        (BlindError("2 packages were not audited"), Outcome.UNPROVEN),
    ],
)
def test_an_audit_that_skipped_something_is_unproven(tmp_path, monkeypatch, seen, outcome):
    async def audited(_):
        if isinstance(seen, Exception):
            raise seen
        return seen

    monkeypatch.setattr(run, "audited", audited)
    monkeypatch.setattr(run, "python_gates", lambda _: [])
    (tmp_path / "requirements.txt").touch()

    assert [one.outcome for one in run.gates(tmp_path)] == [outcome]
