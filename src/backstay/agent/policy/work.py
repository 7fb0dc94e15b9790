"""What was changed since the last commit by hand, what the builder wrote left out."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

from backstay.agent.policy.boundaries import Work
from backstay.build.files.base import read_base
from backstay.build.openapi import PATHS as DERIVED

_OURS = (".backstay/", ".backstay_cache/", ".build/", "vendor/", "proof/", "config/monitoring/")


def work_of(
    root: Path, *, checked: bool, tested: bool, approved: tuple[str, ...] = ()
) -> Work | None:
    """The work on a project; None where git cannot say what it is.

    A file that stands as the builder wrote it follows from the contract, which a person reads.
    """
    listed = _status(root)
    if listed is None:
        return None
    try:
        built = read_base(root).texts
    except ValueError:
        built = {}
    added: list[str] = []
    changed: list[str] = []
    for state, path in listed:
        if path.startswith(_OURS) or path in DERIVED or _is(root / path, built.get(path)):
            continue
        (added if state in ("??", "A ", "AM") else changed).append(path)
    folders = {str(Path(path).parent) for path in added if path.endswith("/__init__.py")}
    return Work(tuple(added), tuple(changed), tuple(sorted(folders)), checked, tested, approved)


def _status(root: Path) -> list[tuple[str, str]] | None:
    command = [
        *("git", "-C", str(root), "-c", "core.quotepath=false", "status", "--porcelain", "-z"),
        *("--untracked-files=all", "--no-renames", "--", "."),
    ]
    try:
        done = subprocess.run(command, capture_output=True, timeout=60, check=False)  # noqa: S603 - a fixed command
    except (OSError, subprocess.TimeoutExpired):
        return None
    if done.returncode:
        return None
    return list(_parsed(done.stdout.decode("utf-8", "replace")))


def _parsed(text: str) -> Iterator[tuple[str, str]]:
    for line in text.split("\0"):
        if line:
            yield line[:2], line[3:]


def _is(place: Path, text: str | None) -> bool:
    try:
        return text is not None and place.read_bytes() == text.encode()
    except OSError:
        return False
