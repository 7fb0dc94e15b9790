"""`backstay prove` says what it cannot prove, and what is proven; its exit code says it again."""

import pytest
from typer.testing import CliRunner

from backstay.cli.main import app
from backstay.prove import whole
from backstay.prove.report.lines import places_of
from backstay.prove.report.report import Report
from tests.prove.report.made import BLUEPRINT, CONTRACT, all_passed, passed, reported


@pytest.fixture
def project(tmp_path):
    """A folder that looks like a project."""
    (tmp_path / "backstay.yaml").write_text(CONTRACT, encoding="utf-8")
    (tmp_path / "main.py").touch()
    (tmp_path / "alembic.ini").touch()
    return tmp_path


def run(*arguments: str):
    return CliRunner().invoke(app, ["prove", *arguments])


def proving(monkeypatch: pytest.MonkeyPatch, found: Report) -> list[object]:
    """Have the proof come out so; gives what it was asked for."""
    asked: list[object] = []

    async def prove(project, run, begin, tell, only):
        asked.append((run.database, run.full, list(only)))
        begin([])
        for result in found.results:
            tell(result)
        return found

    monkeypatch.setattr(whole, "prove", prove)
    return asked


def test_a_folder_that_is_no_project_is_said_to_be_none(tmp_path):
    result = run(str(tmp_path))

    assert result.exit_code == 2
    assert f"{tmp_path} is no project: it has no backstay.yaml" in result.output


def test_another_database_is_refused_before_anything_starts(project):
    result = run(str(project), "--database", "mysql://localhost/x")

    assert result.exit_code == 2
    assert "not `mysql://localhost/x`" in result.output


def test_mistakes_of_the_contract_are_told_as_lint_tells_them(project):
    (project / "backstay.yaml").write_text("backstay: 1\nservice: x\nresources: {}\nfoo: 1\n")

    result = run(str(project))

    assert result.exit_code == 2
    assert "BS101: unknown key `foo`" in result.output


def test_a_proof_ends_with_the_sentence_and_the_report(project, monkeypatch):
    report = reported(all_passed())
    asked = proving(monkeypatch, report)

    result = run(str(project))

    assert result.exit_code == 0
    assert asked == [("sqlite", False, [])]
    assert result.stdout.rstrip().endswith(report.delivery.sentence)
    assert f"Report: {project}/proof/report.html" in result.stdout
    assert (project / "proof" / "report.json").is_file()
    assert (project / "proof" / "report.xml").is_file()


def test_a_proof_that_fails_says_which_line_and_exits_with_1(project, monkeypatch):
    at = places_of(BLUEPRINT)["resources.Task.lock"]
    proving(monkeypatch, reported([passed("lock", "resources.Task.lock", at)]))

    result = run(str(project), "--database", "postgresql://127.0.0.1/postgres", "--full")

    assert result.exit_code == 1
    assert "There is no delivery sentence:" in result.stdout
    assert "line 4 is unproven: service: timetrack" in result.stdout


def test_some_checks_alone_show_no_sentence(project, monkeypatch):
    report = reported(all_passed())
    asked = proving(monkeypatch, report)

    result = run(str(project), "--only", "lock", "--only", "matrix")

    assert result.exit_code == 0
    assert asked == [("sqlite", False, ["lock", "matrix"])]
    assert "Backend implementation completed" not in result.stdout
    assert "passed" in result.stdout
