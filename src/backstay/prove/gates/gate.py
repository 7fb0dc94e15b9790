"""Gate: one tool of a project, run in its folder, and what came of it."""

import os
import shutil
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

from backstay.prove.outcome import Outcome

SECONDS = 900.0  # a test suite of R-149 takes two minutes; what takes longer hangs
_LAST = 12  # lines of output that a failure shows


@dataclass(frozen=True, slots=True)
class Gate:
    """A tool that a project has set up: its name, its command, and the file that says so."""

    name: str
    command: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Gated:
    """What came of a gate; `said` is its last lines, or why it is unproven."""

    name: str
    outcome: Outcome
    said: str


def passed_through(root: Path, gate: Gate, seconds: float = SECONDS) -> Gated:
    """Run a gate. A tool that is not there, or does not end, leaves it unproven."""
    tool = found(root, gate.command[0])
    if tool is None:
        why = f"{gate.command[0]} is not installed, though {gate.because} asks for it"
        return Gated(gate.name, Outcome.UNPROVEN, why)
    try:
        process = subprocess.Popen(  # noqa: S603 what the project's own files say, on request
            [tool, *gate.command[1:]],
            cwd=root,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except OSError as error:
        return Gated(gate.name, Outcome.UNPROVEN, f"{tool} cannot be started: {error.strerror}")
    try:
        output, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return Gated(gate.name, Outcome.UNPROVEN, f"stopped after {seconds:.0f} seconds")
    said = "\n".join(output.decode("utf-8", "replace").strip().splitlines()[-_LAST:])
    return Gated(gate.name, Outcome.FAILED if process.returncode else Outcome.PASSED, said)


def found(root: Path, tool: str) -> str | None:
    """Where a tool is: in the project's own environment first, then on the path."""
    for folder in (".venv/bin", "venv/bin", "node_modules/.bin"):
        place = root / folder / tool
        if place.is_file():
            return str(place)
    return shutil.which(tool)
