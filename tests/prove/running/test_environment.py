"""Environment: what a proof ran on is told as it is, and git only where there is git."""

import subprocess
from pathlib import Path

import pytest

from backstay import __version__
from backstay.blueprint import load
from backstay.blueprint.canonical import digest
from backstay.prove.running.environment import environment_of
from backstay.prove.subject.project import Project

BLUEPRINT = load(Path(__file__).parents[3] / "examples" / "timetrack.yaml")


def project(root: Path) -> Project:
    return Project(root, BLUEPRINT, "python")


def test_versions_and_the_contract_are_told(tmp_path):
    found = environment_of(project(tmp_path), "sqlite 3")
    assert (found.database, found.backstay) == ("sqlite 3", __version__)
    assert found.contract == digest(BLUEPRINT)
    assert "GiB" in found.machine


def test_the_code_that_it_is_of_is_named(tmp_path):
    before = environment_of(project(tmp_path), "sqlite").code
    (tmp_path / "main.py").write_text("code = 1\n")
    assert environment_of(project(tmp_path), "sqlite").code != before


def test_a_project_outside_git_has_no_commit(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert environment_of(project(tmp_path), "sqlite").commit == ""


def test_a_project_in_git_has_one(tmp_path):
    git = ["git", "-C", str(tmp_path), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "init", "--quiet"], check=True)
    subprocess.run([*git, "commit", "--quiet", "--allow-empty", "--message", "one"], check=True)
    assert len(environment_of(project(tmp_path), "sqlite").commit) == 12


@pytest.mark.parametrize("error", [OSError, subprocess.TimeoutExpired("git", 10)])
def test_without_git_it_is_empty(tmp_path, monkeypatch, error):
    def gone(*_, **__):
        raise error

    monkeypatch.setattr(subprocess, "run", gone)
    assert environment_of(project(tmp_path), "sqlite").commit == ""
