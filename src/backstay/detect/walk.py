"""Lists the files under a folder within limits: breadth first, and no link followed."""

import os
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

# Made by tools or brought in by them. A Python package of such a name is the project's own.
SKIPPED = frozenset(
    {".git", ".hg", ".svn", ".tox", ".nox", ".venv", "venv", "env", "site-packages", ".eggs"}
    | {"__pycache__", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".cache", ".idea"}
    | {"node_modules", "bower_components", ".next", ".nuxt", ".turbo", "coverage", "htmlcov"}
    | {"vendor", "dist", "build", "target", "out", ".gradle", ".terraform"}
)
Note = Callable[[str, str], None]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is looked at: files listed, folders deep, bytes per file and in all."""

    files: int = 20_000
    depth: int = 16
    file_bytes: int = 1_000_000
    total_bytes: int = 64_000_000


def walk(root: Path, limits: Limits, note: Note) -> Iterator[str]:
    """The paths of ordinary files, relative and with `/`; a limit costs the deepest ones first.

    Args:
        root: The folder to list.
        limits: Where to stop.
        note: Told a message and a path for everything that was left out, except skipped names.
    """
    waiting = deque([("", 0)])
    count = links = 0
    while waiting:
        folder, depth = waiting.popleft()
        for entry in _entries(root / folder, folder, note):
            path = f"{folder}/{entry.name}" if folder else entry.name
            if entry.is_symlink():
                links += 1
            elif entry.is_dir(follow_symlinks=False):
                if _wanted(entry, path, depth + 1, limits, note):
                    waiting.append((path, depth + 1))
            elif entry.is_file(follow_symlinks=False):
                count += 1
                if count > limits.files:
                    note(f"only the first {limits.files} files were looked at", "")
                    return
                yield path
    if links:
        note(f"{links} symbolic link(s) were not followed", "")


def _wanted(entry: os.DirEntry[str], path: str, depth: int, limits: Limits, note: Note) -> bool:
    if entry.name.endswith(".egg-info"):
        return False
    if entry.name in SKIPPED and not Path(entry.path, "__init__.py").is_file():
        return False
    if depth > limits.depth:
        note(f"folders deeper than {limits.depth} were not looked at", path)
        return False
    return True


def _entries(place: Path, folder: str, note: Note) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(place) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        note(f"this folder cannot be listed: {error.strerror}", folder or ".")
        return []
    # such a name could neither be printed safely nor be evidence that anybody can open
    plain = [entry for entry in entries if entry.name.isprintable()]
    if odd := len(entries) - len(plain):
        note(f"{odd} name(s) with unprintable characters were left out", folder or ".")
    return plain
