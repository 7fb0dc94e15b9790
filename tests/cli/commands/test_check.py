"""`backstay check` prints findings in four forms, records them, and says so by its exit."""

import json

import pytest
from typer.testing import CliRunner

from backstay.cli.main import app

SLEEPY = "import time\n\n\nasync def wait():\n    time.sleep(1)\n"
CALM = "import asyncio\n\n\nasync def wait():\n    await asyncio.sleep(1)\n"


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "app" / "services").mkdir(parents=True)
    (tmp_path / "app" / "services" / "mail.py").write_text(SLEEPY)
    return tmp_path


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["check", *map(str, arguments)])
    return result.exit_code, result.output


def test_findings_are_printed_with_what_to_do(project):
    code, output = run()

    assert code == 1
    assert "app/services/mail.py:5:5: ASY001 time.sleep blocks the event loop\n    hint: " in output
    assert "1 finding (1 high) in 1 files: failed" not in output  # pyproject.toml counts too
    assert "1 finding (1 high) in 2 files: failed" in output


def test_nothing_wrong_exits_with_0(project):
    (project / "app" / "services" / "mail.py").write_text(CALM)

    assert run()[0] == 0


def test_json_is_the_whole_report(project):
    code, output = run("--format", "json")
    data = json.loads(output)

    assert code == 1
    assert [one["rule"] for one in data["findings"]] == ["ASY001"]
    assert data["outcome"] == "failed"


def test_github_gets_annotations(project):
    _, output = run("--format", "github")

    assert "::error file=app/services/mail.py,line=5,col=5,title=ASY001::" in output


def test_a_baseline_holds_back_what_was_there(project):
    assert run("--baseline") == (0, "1 findings recorded in backstay-baseline.json; commit it\n")
    code, output = run()
    assert code == 0
    assert "1 recorded in the baseline" in output

    (project / "app" / "services" / "post.py").write_text(SLEEPY)
    code, output = run()
    assert code == 1
    assert "app/services/post.py:5" in output
    assert "mail.py" not in output


def test_a_path_that_is_not_there_is_wrong_input(project):
    code, output = run("nowhere.py")

    assert code == 2
    assert "there is no nowhere.py" in output


def test_changed_lines_need_git(project):
    code, output = run("--changed")

    assert code == 2
    assert "git cannot say what changed" in output


def test_broken_settings_are_wrong_input(project):
    (project / "pyproject.toml").write_text("[tool.backstay.check]\nexcluded = []\n")
    code, output = run()

    assert code == 2
    assert "unknown key 'excluded'" in output
