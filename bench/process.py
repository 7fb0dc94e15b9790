"""Server: one service under measurement, in a process tree of its own on a core of its own."""

import os
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path

import psutil

START_SECONDS = 30
MEGABYTE = 1024 * 1024


def pinned(core: int | None) -> list[str]:
    """The start of a command that stays on one core, where the system can do that."""
    return [] if core is None or not shutil.which("taskset") else ["taskset", "-c", str(core)]


class Server:
    """Runs until `end`; `pause` stops the whole tree, so that it takes no time from others."""

    def __init__(
        self,
        name: str,
        command: list[str],
        port: int,
        *,
        folder: Path,
        environment: Mapping[str, str],
        core: int | None = 0,
    ) -> None:
        self.name = name
        self.port = port
        self.log = folder / f"{name.replace(' ', '-')}.log"
        with self.log.open("wb") as out:
            self._process = subprocess.Popen(
                [*pinned(core), *command],
                cwd=folder,
                env={**os.environ, **environment},
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._root = psutil.Process(self._process.pid)

    def wait(self) -> None:
        """Wait until it answers anything; SystemExit with the end of the log when it does not."""
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and self._process.poll() is None:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/", timeout=5):
                    return
            except urllib.error.HTTPError:
                return
            except OSError:
                time.sleep(0.1)
        self.end()
        raise SystemExit(f"{self.name} did not start:\n{self.log.read_text()[-2000:]}")

    def tree(self) -> list[psutil.Process]:
        """All its living processes."""
        return [self._root, *self._root.children(recursive=True)]

    def cpu(self) -> float:
        """Seconds of CPU of the whole tree: threads and children that ended count too."""
        return sum(sum(process.cpu_times()[:4]) for process in self.tree())

    def memory(self) -> list[float]:
        """Resident megabytes of each process, the greatest first."""
        return sorted((p.memory_info().rss / MEGABYTE for p in self.tree()), reverse=True)

    def pause(self) -> None:
        for process in self.tree():
            process.suspend()

    def resume(self) -> None:
        for process in reversed(self.tree()):
            process.resume()

    def end(self) -> None:
        """Terminate it, and after some seconds kill it."""
        processes = self.tree() if self._root.is_running() else []
        self._each(processes, "resume")
        self._each(processes[:1], "terminate")
        _, left = psutil.wait_procs(processes, timeout=5)
        self._each(left, "kill")
        self._process.wait()

    @staticmethod
    def _each(processes: list[psutil.Process], act: str) -> None:
        for process in processes:
            try:
                getattr(process, act)()
            except psutil.NoSuchProcess:
                continue
