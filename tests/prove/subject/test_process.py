"""Process: a project starts and stops; one that does not start is stopped, and says why."""

import sys
from pathlib import Path
from typing import Any

import psutil
import pytest

from backstay.prove.subject import process
from backstay.prove.subject.process import Idle, StartError, plain_environment, started
from backstay.prove.subject.project import Project

SERVER = """
import http.server, os, signal, sys
{first}
class Ready(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response({status})
        self.end_headers()
print("up", os.environ["EXTRA"], flush=True)
http.server.HTTPServer((os.environ["HOST"], int(os.environ["PORT"])), Ready).serve_forever()
"""
DEAF = "signal.signal(signal.SIGTERM, signal.SIG_IGN)"


def project(root: Path, first: str = "", status: int = 200) -> Project:
    """A project whose main.py is a server of a few lines."""
    (root / "main.py").write_text(SERVER.format(first=first, status=status))
    nothing: Any = None
    return Project(root, nothing, sys.executable)


async def test_it_runs_with_its_settings_until_it_is_stopped(tmp_path):
    log = tmp_path / "log"
    running = await started(project(tmp_path), {"EXTRA": "one"}, log)
    assert running.base.startswith("http://127.0.0.1:")
    assert psutil.pid_exists(running.pid)
    assert running.last_lines().startswith("up one")
    await running.stop()
    assert not psutil.pid_exists(running.pid)
    await running.stop()


async def test_one_that_does_not_listen_is_killed(tmp_path, monkeypatch):
    monkeypatch.setattr(process, "STOP_SECONDS", 0.05)
    running = await started(project(tmp_path, DEAF), {"EXTRA": ""}, tmp_path / "log")
    await running.stop()
    assert not psutil.pid_exists(running.pid)


async def test_one_that_ends_at_once_says_its_last_lines(tmp_path):
    ends = "sys.exit('no such table: users')"
    with pytest.raises(StartError, match="no such table: users"):
        await started(project(tmp_path, ends), {"EXTRA": ""}, tmp_path / "log")


async def test_one_that_never_is_ready_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr(process, "START_SECONDS", 0.3)
    with pytest.raises(StartError, match="the project does not start"):
        await started(project(tmp_path, status=503), {"EXTRA": ""}, tmp_path / "log")


async def test_what_is_at_rest_has_no_process():
    idle = Idle()
    await idle.stop()
    assert (idle.pid, idle.base, idle.last_lines()) == (0, "http://127.0.0.1:9", "")


def test_settings_of_the_prover_are_not_the_subjects(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://somewhere")
    monkeypatch.setenv("LANG", "C.UTF-8")
    found = plain_environment()
    assert "DATABASE_URL" not in found
    assert (found["LANG"], found["PYTHONDONTWRITEBYTECODE"]) == ("C.UTF-8", "1")
