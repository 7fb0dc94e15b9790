"""Worktree: the specialist writes into a copy of the commit; the project takes a patch of it."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from backstay.agent.record.lock import FOLDER

GIT_SECONDS = 60
OWN = ".venv"
LEFT_OUT = (f":!{OWN}", f":!{FOLDER}")
"""The environment and the records: neither is the specialist's work."""


class NoWorktreeError(Exception):
    """A worktree cannot be made of this project; the message says what to do first."""


@contextmanager
def worktree(root: Path) -> Iterator[Path]:
    """The project as its last commit has it, in a folder that is gone at the end.

    Raises: NoWorktreeError without git, without a commit, or with work that is not committed.
    """
    top = Path(_git(root, "rev-parse", "--show-toplevel"))
    if _git(root, "status", "--porcelain", "--", ".", f":!{FOLDER}"):
        raise NoWorktreeError(
            f"{root} has changes that are not committed; commit or stash them, so that they are "
            "neither lost nor mixed with what the model writes"
        )
    with TemporaryDirectory(prefix="backstay-run-") as folder:
        place = Path(folder) / "work"
        _git(root, "worktree", "add", "--quiet", "--detach", str(place), "HEAD")
        try:
            yield place / root.resolve().relative_to(top)
        finally:
            _git(root, "worktree", "remove", "--force", str(place))


def patch_of(tree: Path) -> str:
    """Everything that was changed in a worktree, as a patch."""
    _git(tree, "add", "--all", "--intent-to-add", "--", ".", *LEFT_OUT)
    return _git(tree, "diff", "--binary", "HEAD", "--", ".", *LEFT_OUT, strip=False)


def take(root: Path, patch: str) -> None:
    """Apply a patch to the project; all of it or nothing.

    Raises: NoWorktreeError when the project has moved on meanwhile.
    """
    if patch:
        _git(root, "apply", "--binary", "--whitespace=nowarn", given=patch)


def _git(folder: Path, *words: str, given: str | None = None, strip: bool = True) -> str:
    try:
        done = subprocess.run(  # noqa: S603 git by its name, no shell
            ["git", "-C", str(folder), *words],  # noqa: S607 found on the PATH, as everywhere
            input=given,
            capture_output=True,
            text=True,
            timeout=GIT_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoWorktreeError(f"git cannot be run: {error}") from error
    if done.returncode:
        said = done.stderr.strip() or f"exit code {done.returncode}"
        raise NoWorktreeError(f"git {words[0]} in {folder}: {said}")
    return done.stdout.strip() if strip else done.stdout
