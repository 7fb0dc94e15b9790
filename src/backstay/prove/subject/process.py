"""Process: the project's own main.py on its own interpreter, started, awaited and stopped."""

import asyncio
import os
import signal
import socket
from collections.abc import Mapping
from pathlib import Path

import httpx2

from backstay.prove.subject.project import Project

START_SECONDS = 60.0
STOP_SECONDS = 20.0
SECRET = "for-throw-away-databases-only-3f9c1e7a5b2d"  # noqa: S105 as it says
LAST_LINES = 12
NOBODY = 9
"""The port of the discard service, on which nobody answers."""


class StartError(Exception):
    """The subject did not start; the message holds the last lines that it printed."""


class Process:
    """A running project: `base` is its URL, `pid` its process, `log` the file with its output."""

    def __init__(self, process: asyncio.subprocess.Process, base: str, log: Path) -> None:
        self._process = process
        self.base = base
        self.log = log

    @property
    def pid(self) -> int:
        """The process that was started; workers are its children."""
        return self._process.pid

    async def stop(self) -> None:
        """Stop it: politely, and where that takes too long, not."""
        if self._process.returncode is not None:
            return
        self._process.send_signal(signal.SIGTERM)
        try:
            await asyncio.wait_for(self._process.wait(), STOP_SECONDS)
        except TimeoutError:
            os.killpg(self._process.pid, signal.SIGKILL)
            await self._process.wait()

    def last_lines(self) -> str:
        """The last lines that it printed."""
        lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(lines[-LAST_LINES:])

    async def ready(self) -> None:
        """Wait until it can serve. Raises: StartError."""
        async with httpx2.AsyncClient(base_url=self.base, timeout=1.0) as client:
            for _ in range(int(START_SECONDS / 0.1)):
                if self._process.returncode is not None:
                    break
                try:
                    if (await client.get("/ready")).is_success:
                        return
                except httpx2.HTTPError:
                    pass
                await asyncio.sleep(0.1)
        await self.stop()
        raise StartError(f"the project does not start:\n{self.last_lines()}")


class Idle(Process):
    """No process at all: for what is asked of a project's files and database alone."""

    def __init__(self) -> None:
        self.base = f"http://127.0.0.1:{NOBODY}"
        self.log = Path(os.devnull)

    @property
    def pid(self) -> int:
        """None has this number."""
        return 0

    async def stop(self) -> None:
        """Nothing to stop."""


async def started(project: Project, environment: Mapping[str, str], log: Path) -> Process:
    """Start the project on a free port of this machine, and wait until it is ready.

    Args: project; environment, its settings, over those that it needs to start; log, for what it
    prints. Settings in its own `.env` lose against these.
    Raises: StartError.
    """
    port = free_port()
    own = {"HOST": "127.0.0.1", "PORT": str(port), "SECRET_KEY": SECRET, "WORKERS": "1"}
    with log.open("wb") as output:
        process = await asyncio.create_subprocess_exec(
            project.python,
            "main.py",
            cwd=project.root,
            env={**plain_environment(), **own, **environment},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=output,
            stderr=asyncio.subprocess.STDOUT,
            start_new_session=True,
        )
    running = Process(process, f"http://127.0.0.1:{port}", log)
    await running.ready()
    return running


def plain_environment() -> dict[str, str]:
    """This process' environment, without what would decide for the subject."""
    kept = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "VIRTUAL_ENV", "PYTHONPATH")
    found = {name: os.environ[name] for name in kept if name in os.environ}
    return {**found, "PYTHONDONTWRITEBYTECODE": "1"}


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
