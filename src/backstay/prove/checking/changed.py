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
    commit = _commit(root, since)
    if commit:
        scope = ["--cached"] if staged else []
        plain = ("--no-ext-diff", "--no-textconv", "--relative", "-U0")
        found = _parsed(_git(root, "diff", *plain, *scope, commit, "--"))
    elif since != "HEAD":
        raise NoGitError(f"git cannot say what changed: there is no commit {since}")
    else:  # a repository without a commit: everything is new
        found = _all(root, "--cached")
    return found if staged else found | _all(root, "--others", "--exclude-standard")


def _all(root: Path, *which: str) -> Lines:
    """Every line of the files that git lists."""
    found: Lines = {}
    for path in _git(root, "ls-files", "-z", *which).split("\0"):
        if path and (root / path).is_file():
            count = (root / path).read_bytes().count(b"\n") + 1
            found[path] = set(range(1, count + 1))
    return found


def _commit(root: Path, name: str) -> str:
    """The id of a commit, so that no name is taken for an option; empty when there is none."""
    try:
        words = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        return _git(root, *words).strip()
    except NoGitError:
        _git(root, "rev-parse", "--git-dir")  # no repository at all is another mistake
        return ""


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
