"""`backstay api` designs, tests, monitors and audits, and says what it did not do."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from backstay.agent.api import testing
from backstay.agent.api.testing import Line
from backstay.cli.main import app

CONTRACT = Path(__file__).parents[4] / "examples" / "timetrack.yaml"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    shutil.copy(CONTRACT, tmp_path / "backstay.yaml")
    return tmp_path


def run(*args: object) -> Result:
    return CliRunner().invoke(app, ["api", *map(str, args)])


def test_design_answers_both_questions_and_writes_the_document(place) -> None:
    result = run("design", "GET /tasks", "--root", place, "--out", place / "openapi.json")

    assert result.exit_code == 0
    assert "under load: p95 under 200 ms" in result.output
    assert "1 operations; 0 differences" in result.output
    assert "/api/v1/tasks" in json.loads((place / "openapi.json").read_text())["paths"]


def test_an_unknown_target_exits_with_two(place) -> None:
    assert run("design", "/ghosts", "--root", place).exit_code == 2
    assert run("test", "/ghosts", "--root", place).exit_code == 2
    assert run("test", "--kind", "magic", "--root", place).exit_code == 2


def test_test_says_what_did_not_run(place, monkeypatch) -> None:
    lines = (Line("unit", 3, 0), Line("load", None, None, "no trial"))
    monkeypatch.setattr(testing, "try_endpoint", lambda *_: lines)

    result = run("test", "Task", "--root", place)

    assert result.exit_code == 1
    assert "load         not run: no trial" in result.output


def test_monitor_writes_and_says_whether_rules_were_checked(place) -> None:
    result = run("monitor", "--root", place)

    assert result.exit_code == 0
    assert "written: config/monitoring/alerts.yaml" in result.output
    assert "promtool" in result.output or "SUCCESS" in result.output


def test_security_names_open_operations_and_what_it_did_not_run(place) -> None:
    result = run("security", "--root", place)

    assert "open to everybody: POST /api/v1/auth/login" in result.output
    assert "not run: attacks on the running service" in result.output
