"""Command: runs a program to its end, and keeps what it printed."""

import asyncio
import os
import signal
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from backstay.prove.subject.process import SECRET, plain_environment
from backstay.prove.subject.project import Project

MOST_SECONDS = 600.0


@dataclass(frozen=True, slots=True)
class Done:
    """How a program ended; `code` is -1 where it was stopped for taking too long."""

    code: int
    output: str

    def last_lines(self, amount: int = 8) -> str:
        """The last lines that it printed."""
        return "\n".join(self.output.strip().splitlines()[-amount:])


async def run(
    project: Project,
    *arguments: str,
    environment: Mapping[str, str] | None = None,
    seconds: float = MOST_SECONDS,
) -> Done:
    """Run the project's interpreter with these arguments, in its folder."""
    own = {**plain_environment(), "SECRET_KEY": SECRET, **(environment or {})}
    return await run_program(
        project.python, *arguments, folder=project.root, environment=own, seconds=seconds
    )


async def run_program(
    program: str,
    *arguments: str,
    folder: Path,
    environment: Mapping[str, str],
    seconds: float = MOST_SECONDS,
) -> Done:
    """Run a program in a folder; what it started is stopped with it."""
    process = await asyncio.create_subprocess_exec(
        program,
        *arguments,
        cwd=folder,
        env=environment,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        output, _ = await asyncio.wait_for(process.communicate(), seconds)
    except TimeoutError:
        os.killpg(process.pid, signal.SIGKILL)
        await process.wait()
        return Done(-1, f"stopped after {seconds:g} seconds")
    return Done(process.returncode or 0, output.decode(errors="replace"))
