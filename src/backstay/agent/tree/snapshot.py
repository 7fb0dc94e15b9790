"""A project's files by what is in them: what changed, and which code a figure belongs to."""

import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from backstay.detect.walk import Limits, walk

_LIMITS = Limits()
# written by running the project or Backstay, so never part of the code that was measured
_DERIVED = (".build/", ".backstay/", "proof/", ".coverage", "coverage.", ".hypothesis/")
# rendered from the figures by the orchestrator: what says them cannot make them those of other code
_RENDERED = re.compile(
    r"docs/(design|api-documentation|database-schema|security-implementation|error-handling|release"
    r")\.md|docs/evidence\.json"
)
_DATABASE = (".sqlite", ".sqlite-wal", ".sqlite-shm", ".db", ".pyc", ".log")


@dataclass(frozen=True, slots=True)
class Revision:
    """Which code it is: the commit, and the digest of every file, uncommitted ones included."""

    commit: str
    tree: str


def snapshot(root: Path) -> dict[str, str]:
    """The digest of every file of a project, by path; what tools made is left out."""
    found = {}
    for path in walk(root, _LIMITS, _ignore):
        if not path.startswith(_DERIVED) and not path.endswith(_DATABASE):
            try:
                found[path] = sha256((root / path).read_bytes()).hexdigest()
            except OSError:
                continue  # gone meanwhile, or not readable: then it is no part of the code
    return found


def changed(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[str, ...]:
    """Paths that were added, changed or removed."""
    paths = {*before, *after}
    return tuple(sorted(path for path in paths if before.get(path) != after.get(path)))


def revision(root: Path) -> Revision:
    """The commit that is checked out (empty without git) and the digest of all files."""
    lines = [
        f"{digest} {path}\n"
        for path, digest in sorted(snapshot(root).items())
        if not _RENDERED.fullmatch(path)
    ]
    return Revision(_commit(root), sha256("".join(lines).encode()).hexdigest()[:16])


def _commit(root: Path) -> str:
    command = ["git", "-C", str(root), "rev-parse", "--short=12", "HEAD"]
    try:
        done = subprocess.run(  # noqa: S603 git by its name, no shell
            command, capture_output=True, text=True, timeout=10, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _ignore(message: str, path: str) -> None:
    """What was left out of the listing is no part of the code."""
    del message, path
