"""Profile: where a subject spends its CPU time under load, as py-spy sees it from outside."""

import asyncio
import shutil
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

SAMPLES_A_SECOND = 100
END_SECONDS = 60.0


@dataclass(slots=True)
class Profile:
    """What was seen; `hottest` is a function with its share of the samples in percent.

    `lack` says why there is no profile: mostly that one process may not look into another.
    """

    file: Path
    hottest: tuple[str, float] = ("", 0.0)
    lack: str = ""


@asynccontextmanager
async def profiled(pid: int, file: Path, seconds: int) -> AsyncIterator[Profile]:
    """Record a process and its children while the block runs, into a file of folded stacks."""
    profile = Profile(file)
    program = shutil.which("py-spy", path=str(Path(sys.executable).parent)) or "py-spy"
    file.parent.mkdir(parents=True, exist_ok=True)
    command = [program, "record", "--pid", str(pid), "--subprocesses", "--gil", "--format", "raw"]
    command += ["--rate", str(SAMPLES_A_SECOND), "--duration", str(seconds), "--output", str(file)]
    try:
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )
    except OSError as error:
        profile.lack = f"py-spy cannot be started: {error}"
        yield profile
        return
    try:
        yield profile
    finally:
        await _ended(process, profile)


async def _ended(process: asyncio.subprocess.Process, profile: Profile) -> None:
    if process.returncode is None:
        process.send_signal(signal.SIGINT)  # it then writes what it has seen
    try:
        _, said = await asyncio.wait_for(process.communicate(), END_SECONDS)
    except TimeoutError:
        process.kill()
        await process.wait()
        profile.lack = "py-spy did not end"
        return
    if process.returncode or not profile.file.is_file():
        last = said.decode(errors="replace").strip().splitlines()[-1:]
        profile.lack = f"py-spy could not record: {''.join(last)}"
        return
    profile.hottest = hottest(profile.file.read_text(encoding="utf-8").splitlines())


def hottest(stacks: Iterable[str]) -> tuple[str, float]:
    """The function that stands at the end of most stacks, with its share in percent."""
    ends: Counter[str] = Counter()
    for stack in stacks:
        frames, _, amount = stack.rpartition(" ")
        ends[frames.rpartition(";")[2]] += int(amount)
    name, most = max(ends.items(), key=lambda item: item[1], default=("", 0))
    return name, 100 * most / max(1, ends.total())
