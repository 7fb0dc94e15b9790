"""Which files of a project are looked at: what git knows, else what lies there."""

import os
import stat
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from backstay.detect.walk import SKIPPED, Limits, walk

PYTHON = (".py", ".pyi")
SCRIPTS = (".ts", ".tsx", ".js", ".jsx", ".mjs", ".cjs", ".mts", ".cts")
DOCUMENTS = (".toml", ".yml", ".yaml", ".ini", ".cfg", ".sql", ".env", ".prisma")
NAMED = (
    *("Dockerfile", ".gitignore", ".dockerignore", "requirements", ".env", "Makefile"),
    *("package.json", "tsconfig", ".eslintrc", ".coveragerc"),
)
LARGEST = 1_000_000  # bytes; nobody wrote such a file by hand
LARGEST_DOCUMENT = 200_000
_LOCKS = ("package-lock.json", "poetry.lock", "uv.lock", "Pipfile.lock", "pnpm-lock.yaml")
_MADE = (".min.js", "_pb2.py", "_pb2_grpc.py", ".d.ts", ".generated.ts", ".gen.ts")
_FOREIGN = frozenset(
    {".backstay_cache", "vendor", "vendored", "third_party", "node_modules", "site-packages"}
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file: its size and its time of change in nanoseconds tell whether it is still the same."""

    path: str
    size: int
    changed: int

    @property
    def kind(self) -> str:
        """`python`, `script`, `document`, or empty for what no rule reads."""
        return kind_of(self.path)


def kind_of(path: str) -> str:
    """What a file is read as, by its name."""
    name = path.rpartition("/")[2]
    if name in _LOCKS or name.endswith(_MADE):
        return ""
    if name.endswith(".py"):
        return "python"
    if name.endswith(SCRIPTS):
        return "script"
    listed = name.endswith(".txt") and "requirements" in path
    return "document" if listed or name.endswith(DOCUMENTS) or name.startswith(NAMED) else ""


def entries(root: Path, exclude: Iterable[str] = ()) -> list[Entry]:
    """The ordinary files below a folder; no symbolic link is followed, nothing vendored is listed.

    Args:
        root: The project.
        exclude: Patterns of paths to leave out: `examples/*`; in `*`, a slash is like any letter.
    """
    patterns = tuple(exclude)
    found: list[Entry] = []
    for path in listed(root):
        if _FOREIGN.intersection(path.split("/")[:-1]) or any(
            fnmatchcase(path, one) for one in patterns
        ):
            continue
        try:
            status = os.lstat(root / path)
        except OSError:  # gone since it was listed, or a name that the system refuses
            continue
        if stat.S_ISREG(status.st_mode):
            found.append(Entry(path, status.st_size, status.st_mtime_ns))
    return found


def listed(root: Path) -> list[str]:
    """Paths relative to the root: tracked and untracked ones of git, else a walk."""
    tracked = git_files(root)
    if tracked is None:
        return sorted(walk(root, Limits(files=50_000), lambda _message, _path: None))
    return sorted(
        one for one in tracked if not SKIPPED.intersection(one.split("/")[:-1]) & _UNTRACKED
    )


_UNTRACKED = SKIPPED - {"build", "dist", "out", "target", "env", "coverage", "vendor"}


def git_files(root: Path) -> list[str] | None:
    """What git lists for a folder, ignored files left out; None without git or repository."""
    command = [*GIT, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", "."]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, check=False, timeout=60)  # noqa: S603 a fixed command
    except (OSError, subprocess.TimeoutExpired):
        return None
    if done.returncode:
        return None
    names = done.stdout.decode("utf-8", "replace").split("\0")
    return [one for one in dict.fromkeys(names) if one and one.isprintable()]


# a repository's own settings could name a program to run at each listing
GIT = ("git", "-c", "core.fsmonitor=false", "-c", "core.quotepath=false")
