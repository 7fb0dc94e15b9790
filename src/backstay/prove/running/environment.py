"""What a proof ran on: machine, versions, digests; figures mean nothing without it."""

import os
import platform
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version

from backstay import __version__
from backstay.blueprint.canonical import digest
from backstay.prove.project.code import code_digest, code_of
from backstay.prove.subject.project import Project


@dataclass(frozen=True, slots=True)
class Environment:
    """What a proof ran on.

    `commit` is empty where the project is in no git repository; `code` tells the files apart that
    the proof is of, committed or not.
    """

    began: str
    machine: str
    python: str
    database: str
    backstay: str
    schemathesis: str
    contract: str
    commit: str
    code: str = ""


def environment_of(project: Project, database: str) -> Environment:
    """The environment of a proof of this project, now.

    Args: project; database, its kind and version as it says itself.
    """
    cores = os.cpu_count() or 1
    return Environment(
        began=datetime.now(UTC).isoformat(timespec="seconds"),
        machine=f"{platform.system()} {platform.machine()}, {cores} cores, {_memory()}",
        python=platform.python_version(),
        database=database,
        backstay=__version__,
        schemathesis=version("schemathesis"),
        contract=digest(project.blueprint),
        commit=_commit(project),
        code=code_digest(code_of(project.root, project.package)),
    )


def _memory() -> str:
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return f"{pages / 2**30:.0f} GiB"


def _commit(project: Project) -> str:
    command = ["git", "-C", str(project.root), "describe", "--always", "--dirty", "--abbrev=12"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=10, check=False)  # noqa: S603 fixed words
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
