"""Keeps every path inside the project, links followed."""

from pathlib import Path


class OutsideError(ValueError):
    """A path that leads out of the project."""


def inside(root: Path, path: str) -> Path:
    """The place of a path below the root. OutsideError when it leads elsewhere, by a link too."""
    top = root.resolve()
    if "\0" in path:
        raise OutsideError("a path with a NUL character is none")
    try:
        place = (top / path).resolve()
    except (OSError, RuntimeError) as error:
        raise OutsideError(f"`{path[:80]}` cannot be followed: {error}") from error
    if not place.is_relative_to(top):
        raise OutsideError(f"`{path[:80]}` leads out of the project; paths stay below its root")
    return place


def relative(root: Path, path: str) -> str:
    """A path as seen from the root, with `/`. OutsideError as above."""
    return inside(root, path).relative_to(root.resolve()).as_posix()
