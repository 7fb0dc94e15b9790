"""The settings of a project as `.env.example` lists them: name, default, and what it is for."""

from collections.abc import Iterator
from dataclasses import dataclass

FILE = ".env.example"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting; `about` is the comment above it, or above the group that it stands in."""

    name: str
    default: str
    about: str


def settings_of(text: str) -> Iterator[Setting]:
    """The settings in the order of the file; a blank line ends a group."""
    comment: list[str] = []
    fresh = True
    for line in text.splitlines():
        if not line.strip():
            comment = []
        elif line.startswith("#"):
            comment = [line.lstrip("# ")] if fresh else [*comment, line.lstrip("# ")]
        else:
            name, _, default = line.partition("=")
            yield Setting(name.strip(), default.strip(), " ".join(comment))
        fresh = not line.startswith("#")


def defaults(text: str) -> dict[str, str]:
    """The default of each setting that has one."""
    return {one.name: one.default for one in settings_of(text) if one.default}
