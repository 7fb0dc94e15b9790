"""Lists as people write them in a header: YAML lists, or one line with commas or blanks."""

from typing import Any

_OPEN, _CLOSE = "([{", ")]}"


def as_list(value: Any) -> tuple[str, ...] | None:
    """The items of a YAML list or of a written one; None for any other value.

    Numbers and booleans in a list are taken as they would be written.
    """
    if isinstance(value, str):
        return split_list(value)
    if isinstance(value, list) and not any(isinstance(one, list | dict) for one in value):
        return tuple(as_text(one) for one in value if one is not None)
    return None


def as_text(value: Any) -> str:
    """A scalar as it would be written in YAML."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def split_list(text: str) -> tuple[str, ...]:
    """Items separated by commas, else by blanks; not inside brackets: `Bash(git add, git rm)`."""
    top = _top_level(text)
    separators = "," if any(letter == "," for letter, outside in top if outside) else " \t\n"
    items = [""]
    for letter, outside in top:
        if outside and letter in separators:
            items.append("")
        else:
            items[-1] += letter
    stripped = (item.strip().strip("\"'`") for item in items)
    return tuple(item for item in stripped if item)


def _top_level(text: str) -> list[tuple[str, bool]]:
    """Each letter, and whether it stands outside of all brackets."""
    depth = 0
    letters = []
    for letter in text:
        depth += (letter in _OPEN) - (letter in _CLOSE and depth > 0)
        letters.append((letter, depth == 0))
    return letters


def join_list(items: tuple[str, ...]) -> str | list[str]:
    """One line with commas when that reads back the same, else a list."""
    line = ", ".join(items)
    return line if items and split_list(line) == items else list(items)
