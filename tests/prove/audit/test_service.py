"""Service: what a command starts is awaited, told its port, and gone afterwards, children too."""

import asyncio
import sys
from pathlib import Path

import pytest

from backstay.prove.audit import service as module
from backstay.prove.audit.service import serving
from backstay.prove.subject.process import StartError, free_port

SERVER = """\
import os, subprocess, sys
from http.server import BaseHTTPRequestHandler, HTTPServer
if sys.argv[2:] == ["stubborn"]:
    import signal
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
open("pids", "w").write(f"{os.getpid()} {child.pid}")
assert os.environ["PORT"] == sys.argv[1]
HTTPServer(("127.0.0.1", int(sys.argv[1])), BaseHTTPRequestHandler).serve_forever()
"""


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split(")")[-1].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize("more", ["", " stubborn"])
async def test_it_runs_and_is_stopped_with_its_children(tmp_path, monkeypatch, more):
    monkeypatch.setattr(module, "STOP_SECONDS", 0.2)
    (tmp_path / "server.py").write_text(SERVER)
    port = free_port()
    async with serving(f"{sys.executable} server.py {{port}}{more}", tmp_path, port) as service:
        assert service.base == f"http://127.0.0.1:{port}"
        pids = [int(one) for one in (tmp_path / "pids").read_text().split()]
        assert [alive(one) for one in pids] == [True, True]
    for _ in range(100):
        if not any(map(alive, pids)):
            break
        await asyncio.sleep(0.05)
    assert [alive(one) for one in pids] == [False, False]


async def test_what_ends_or_never_answers_is_said_with_its_last_lines(tmp_path, monkeypatch):
    command = f"{sys.executable} -c \"print('no database')\""
    with pytest.raises(StartError, match="no database"):
        async with serving(command, tmp_path):
            pass
    monkeypatch.setattr(module, "START_SECONDS", 0.3)
    with pytest.raises(StartError, match="says where it must listen"):
        async with serving("sleep 60", tmp_path):
            pass


async def test_a_command_that_is_none_is_said(tmp_path):
    with pytest.raises(StartError, match="`not-a-command` cannot be started: No such file"):
        async with serving("not-a-command", tmp_path):
            pass
    with pytest.raises(StartError, match="names no command"):
        async with serving(" ", tmp_path):
            pass
