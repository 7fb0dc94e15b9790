"""`check` without the command table: plain words are read, others are left to the table."""

from pathlib import Path

import pytest

from backstay.cli.checking import Asked, Format, asked_by, checked

SLEEPY = "import time\n\n\nasync def wait():\n    time.sleep(1)\n"


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "mail.py").write_text(SLEEPY)
    return tmp_path


def test_plain_words_are_read():
    assert asked_by([]) == Asked()
    assert asked_by(["--changed", "app", "--all"]) == Asked(
        (Path("app"),), changed=True, everything=True
    )
    assert asked_by(["--staged"]) == Asked(staged=True)


@pytest.mark.parametrize("word", ["--help", "--fix", "--gates", "--since", "--formt=json", "-x"])
def test_all_other_options_are_for_the_table(word):
    assert asked_by(["app", word]) is None


def test_findings_are_said_and_exit_with_1(project):
    said = checked(Asked())

    assert (said.code, said.error, said.root) == (1, "", project)
    assert "app/mail.py:5:5: ASY001" in said.out


def test_nothing_wrong_exits_with_0(project):
    (project / "app" / "mail.py").write_text("A = 1\n")

    assert checked(Asked((Path("app"),))).code == 0


@pytest.mark.parametrize("form", [Format.JSON, Format.SARIF, Format.GITHUB])
def test_every_form_names_the_rule(project, form):
    assert "ASY001" in checked(Asked(form=form)).out


def test_a_mistake_of_the_caller_exits_with_2(project):
    said = checked(Asked((Path("gone"),)))

    assert (said.out, said.code) == ("", 2)
    assert said.error == "backstay check: there is no gone; give a file or a folder\n"


def test_a_baseline_is_recorded_and_safe_changes_are_made(project):
    said = checked(Asked(baseline=True, fix=True))

    assert said.out == "1 findings recorded in backstay-baseline.json; commit it\n"
    assert (project / "backstay-baseline.json").is_file()
