"""Matches paths against the globs of a definition, as people mean them (R-208, R-209)."""

import re
from collections.abc import Iterable
from functools import lru_cache

_MOST_WILDCARDS = 12  # more is no pattern that a person wrote
_TOKEN = re.compile(r"\*\*/|\*\*|\*|\?|\{[^{}]*\}|[^*?{]+|\{")
# folders that hold source code by custom, where a survey has found none
_USUAL_ROOTS = ("src", "app", "backend", "server")


def matches(glob: str, path: str, roots: Iterable[str] = ()) -> bool:
    """Whether a path fits a glob, whatever the case of either.

    A glob without a slash is for the file's name, `docker*`; one with a slash for the path from
    the project's root or from a source folder: `api/**` fits `src/api/tasks.py` but not
    `docs/api/tasks.md`. A trailing slash means all that is below.

    Args:
        glob: The pattern: `*`, `**`, `?` and `{a,b}`.
        path: Relative to the project, with `/`.
        roots: Source folders that a survey found.
    """
    pattern = _pattern(glob)
    if pattern is None:
        return False
    if "/" not in glob:
        return bool(pattern.match(path.rpartition("/")[2]))
    return any(pattern.match(one) for one in _from_roots(path, tuple(roots) or _USUAL_ROOTS))


def _from_roots(path: str, roots: tuple[str, ...]) -> Iterable[str]:
    """The path itself, and as seen from the source folder and from the package in it."""
    yield path
    for root in roots:
        if root != "." and path.startswith(f"{root}/"):
            inner = path[len(root) + 1 :]
            yield inner
            if "/" in inner:
                yield inner.partition("/")[2]


@lru_cache(maxsize=1024)
def _pattern(glob: str) -> re.Pattern[str] | None:
    """The glob as a pattern; None for one with too many wildcards."""
    if sum(letter in "*?{" for letter in glob) > _MOST_WILDCARDS:
        return None
    written = glob.removeprefix("./")
    if written.endswith("/"):
        written += "**"
    return re.compile("".join(map(_translated, _TOKEN.findall(written))) + r"\Z", re.IGNORECASE)


def _translated(token: str) -> str:
    fixed = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    if token in fixed:
        return fixed[token]
    if token.startswith("{") and token.endswith("}"):
        return f"(?:{'|'.join(map(re.escape, token[1:-1].split(',')))})"
    return re.escape(token)
