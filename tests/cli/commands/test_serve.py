"""`backstay serve` starts a project in its own interpreter, with a secret of its own."""

import os
import sys
from pathlib import Path

import pytest


@pytest.fixture
def started(monkeypatch):
    """What would replace this process: arguments, environment, folder."""
    calls = []
    monkeypatch.delenv("SECRET_KEY", raising=False)
    monkeypatch.setattr(
        os, "execve", lambda program, *rest: calls.append((program, *rest, str(Path.cwd())))
    )
    folder = Path.cwd()
    yield calls
    os.chdir(folder)


def test_the_first_time_a_secret_is_made_and_kept_to_oneself(run, project, started):
    code, output, _ = run("serve", project)

    text = (project / ".env").read_text()
    secret = next(line for line in text.splitlines() if line.startswith("SECRET_KEY="))
    assert code == 0
    assert len(secret) > len("SECRET_KEY=") + 60
    assert text.replace(secret, "SECRET_KEY=") == (project / ".env.example").read_text()
    assert (project / ".env").stat().st_mode & 0o777 == 0o600
    assert output == f"{project / '.env'} written, with a new SECRET_KEY\n"


def test_two_projects_have_two_secrets(run, project, built, tmp_path, started):
    run("serve", project)
    first = (project / ".env").read_text()
    (project / ".env").unlink()
    run("serve", project)

    assert (project / ".env").read_text() != first


def test_an_env_file_is_left_alone(run, project, started):
    (project / ".env").write_text("SECRET_KEY=mine\n")

    assert run("serve", project)[:2] == (0, "")
    assert (project / ".env").read_text() == "SECRET_KEY=mine\n"


def test_a_secret_in_the_environment_needs_no_file(run, project, started, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "x" * 40)

    run("serve", project)

    assert not (project / ".env").exists()
    assert started[0][2]["SECRET_KEY"] == "x" * 40


def test_it_runs_in_the_project_with_what_was_said(run, project, started):
    run("serve", project, "--host", "127.0.0.2", "--port", "8123")

    program, arguments, environment, folder = started[0]
    assert (program, arguments) == (sys.executable, [sys.executable, "main.py"])
    assert (environment["HOST"], environment["PORT"]) == ("127.0.0.2", "8123")
    assert folder == str(project)


def test_what_was_not_said_is_left_to_the_settings(run, project, started, monkeypatch):
    for name in ("HOST", "PORT"):
        monkeypatch.delenv(name, raising=False)

    run("serve", project)

    assert not {"HOST", "PORT"} & set(started[0][2])


def test_the_interpreter_of_the_project_comes_first(run, project, started):
    own = project / ".venv" / "bin" / "python"
    own.parent.mkdir(parents=True)
    own.write_text("")

    run("serve", project)

    assert started[0][0] == str(own)


def test_a_folder_without_a_project_is_said(run, tmp_path, started):
    code, _, error = run("serve", tmp_path)

    assert code == 2
    assert "is no project: it has no main.py. `backstay new` makes one." in error
    assert not started


def test_neither_env_nor_example_is_said(run, project, started):
    (project / ".env.example").unlink()

    code, _, error = run("serve", project)

    assert code == 2
    assert "SECRET_KEY is not set, and there is neither .env nor .env.example." in error
    assert not started
