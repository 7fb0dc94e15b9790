"""Changed: which lines differ from a commit, as git says."""

import re
import subprocess
from pathlib import Path

from backstay.prove.checking.files import GIT

_FILE = re.compile(r"^\+\+\+ (?:b/(.*)|/dev/null)$")
_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@")
Lines = dict[str, set[int]]


class NoGitError(ValueError):
    """What changed cannot be told here; the message says why."""


def changed_lines(root: Path, *, staged: bool = False, since: str = "HEAD") -> Lines:
    """Changed and new lines by file, relative to the root; of deleted files nothing.

    Args:
        root: The project, in a git repository or below one.
        staged: Only what is in the index.
        since: The commit to compare with.

    Raises:
        NoGitError: No git, no repository, or no such commit.
    """
    scope = ["--cached"] if staged else []
    if since != "HEAD" or _known(root, "HEAD"):
        text = _git(
            root, "diff", "--no-ext-diff", "--no-textconv", "--relative", "-U0", *scope, since, "--"
        )
        found = _parsed(text)
    else:  # a repository without a commit: everything is new
        found = {}
        staged = False
    if not staged:
        for path in _git(root, "ls-files", "-z", "--others", "--exclude-standard").split("\0"):
            found |= _whole(root, path)
        if not found:
            for path in _git(root, "ls-files", "-z", "--cached").split("\0") * (
                not _known(root, "HEAD")
            ):
                found |= _whole(root, path)
    return found


def _whole(root: Path, path: str) -> Lines:
    if not path or not (root / path).is_file():
        return {}
    return {path: set(range(1, (root / path).read_bytes().count(b"\n") + 2))}


def _known(root: Path, commit: str) -> bool:
    try:
        _git(root, "rev-parse", "--verify", "--quiet", f"{commit}^{{commit}}")
    except NoGitError:
        return False
    return True


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 a fixed program; a commit's name is no shell text
            [*GIT, *arguments], cwd=root, capture_output=True, check=False, timeout=60
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoGitError(f"git cannot be run: {error}") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise NoGitError(f"git cannot say what changed: {said or 'no such commit'}")
    return done.stdout.decode("utf-8", "replace")


def _parsed(text: str) -> Lines:
    found: Lines = {}
    path = ""
    for line in text.split("\n"):
        if (name := _FILE.match(line)) is not None:
            path = name[1] or ""
        elif path and (hunk := _HUNK.match(line)) is not None:
            first, count = int(hunk[1]), int(hunk[2] or 1)
            found.setdefault(path, set()).update(range(first, first + count))
    return found
