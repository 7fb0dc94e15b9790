"""`backstay task` prints what was done and says by its exit how it ended."""

import json

import pytest
from typer.testing import CliRunner, Result

from backstay.cli.main import app


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path / "home"))


def run(*args: object) -> Result:
    return CliRunner().invoke(app, ["task", *map(str, args)])


def test_a_dry_run_shows_contract_and_plan(tmp_path) -> None:
    result = run("add a resource Book with title", "--root", tmp_path, "--dry-run")

    assert result.exit_code == 0
    assert "+  Book:" in result.output
    assert "prove (orchestrator): every line of the contract" in result.output
    assert not list(tmp_path.glob("*.yaml"))


def test_what_is_missing_is_said_and_exits_with_two(tmp_path) -> None:
    result = run("add a resource Book with shade", "--root", tmp_path)
    data = json.loads(run("do magic", "--root", tmp_path, "--json").stdout)

    assert result.exit_code == 2
    assert "missing: nobody said what `shade` is made of" in result.output
    assert "backstay task --contract backstay.draft.yaml" in result.output
    assert (tmp_path / "backstay.draft.yaml").is_file()
    assert (data["state"], data["return"]) == ("unsure", None)


def test_a_list_stops_at_the_first_that_is_not_delivered(tmp_path) -> None:
    (tmp_path / "tasks.md").write_text("- do magic\n- add a resource Book with title\n")

    result = run("--list", tmp_path / "tasks.md", "--root", tmp_path / "x", "--dry-run")

    assert result.exit_code == 2
    assert "Book" not in result.output


def test_phrases_are_listed_and_nothing_to_do_is_said() -> None:
    assert "ajoute des commentaires aux tâches" in run("--phrases").output
    assert run().exit_code == 2
