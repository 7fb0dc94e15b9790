"""Where definitions live: in a project, of a user, managed by an organisation; as of the date."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Literal

from backstay.detect.walk import Limits, walk

AS_OF = date(2026, 11, 20)
Rank = Literal["managed", "project", "user", "built-in"]
RANKS: tuple[Rank, ...] = ("managed", "project", "user", "built-in")  # the first one wins (C-71)

OURS = "backstay:"  # how the paths of our own are shown: no machine has them in the same place
BUILT_IN = Path(__file__).parents[1] / "specialists"
MANAGED = Path("/etc/claude-code")
# a `*` covers folders too, so that agents may be sorted into some
_PROJECT = (
    ".claude/agents/*.md",
    ".claude/skills/*/SKILL.md",
    ".github/agents/*.md",
    ".github/skills/*/SKILL.md",
    ".cursor/rules/*.mdc",
    "AGENTS.md",
    "*/AGENTS.md",
)
_AGENTS = ("*.md",)
_SKILLS = ("*/SKILL.md",)  # other files of a skill are read on demand
_USER = (
    (".claude/agents", _AGENTS),
    (".copilot/agents", _AGENTS),
    (".claude/skills", _SKILLS),
    (".copilot/skills", _SKILLS),
)
_BOUNDS = Limits(files=20_000, depth=8)


@dataclass(frozen=True, slots=True)
class Found:
    """A file that should be a definition: where it is, how it is shown, what it outranks."""

    path: Path
    shown: str
    rank: Rank


def find_definitions(root: Path, home: Path | None = None) -> Iterator[Found]:
    """All definition files that a host would look at in this project, the highest rank first.

    Args:
        root: The project.
        home: The user's folder; None leaves the user's own definitions out.
    """
    yield from _below(MANAGED / ".claude/agents", "managed", _AGENTS, "")
    yield from _below(root, "project", _PROJECT, "")
    if home:
        for folder, patterns in _USER:
            yield from _below(home / folder, "user", patterns, f"~/{folder}/")
    yield from _below(BUILT_IN, "built-in", _AGENTS, OURS)


def _below(folder: Path, rank: Rank, patterns: tuple[str, ...], prefix: str) -> Iterator[Found]:
    """Files below a folder, in the order of their paths; none when there is no such folder."""
    if not folder.is_dir():
        return
    for path in sorted(walk(folder, _BOUNDS, _ignore)):
        if any(fnmatchcase(path, pattern) for pattern in patterns):
            shown = prefix + path if prefix or rank == "project" else (folder / path).as_posix()
            yield Found(folder / path, shown, rank)


def _ignore(message: str, path: str) -> None:
    """What was left out of the listing concerns detection, not definitions."""
    del message, path
