"""Where a finding of ruff's matters: by what the file is for, and what stands on the line."""

import re
from collections.abc import Callable
from pathlib import Path

from backstay.prove.checking.closure import outlives
from backstay.prove.checking.default import is_changed
from backstay.prove.reading.layers import layer_of

_MATTERS = {
    "tests": ("B006", "B012", "B015", "B017", "F5", "F6", "F8"),
    "tools": ("B0", "F", "PLE", "RUF"),  # a script may well start what it is told to start
    "migrations": ("F63", "F82"),  # they have run; what they say twice is history
}
_HTML = re.compile(r"html|mail", re.IGNORECASE)
_OWN_MARKS = "block_start_string"  # of templates that write source, where braces mean something
_RESOLVED = re.compile(r"\b[rR]elationship\(|ignore\[")
"""A mapper finds the class by its name, or the author has told another tool that it is right."""
_IS_SHELL = re.compile(r"(?:^|/)(?:shell|terminal)[/.]")
"""To run what an operator has written down is what such a module is for."""
_HIDDEN = re.compile(r"(?:^|/)(?:\.[^/]+|docs?|docs_src|examples?)/")


def matters(root: Path, path: str, row: int, code: str, message: str) -> bool:
    """Whether a maintainer would mend it there.

    Args:
        root: The project.
        path: The file, relative to the root.
        row: The line that ruff names.
        code: Ruff's code.
        message: What it says.
    """
    layer = layer_of(path)
    if "seems safe" in message:
        return False  # a text without holes is as safe as any program that is called
    if _HIDDEN.search(path) or not code.startswith(_MATTERS.get(layer, ("",))):
        return False  # hidden: patterns and templates of tools, which are not run as they stand
    if code == "F811" and layer == "tests":
        return _defines(root / path, row, message)
    asked = _ASKED.get(code)
    return asked is None or asked(root / path, row)


def _defines(file: Path, row: int, message: str) -> bool:
    """Whether a test is hidden by its namesake; a fixture that is imported and asked for is not."""
    name = message.partition("`")[2].partition("`")[0]
    return bool(re.search(rf"\b(?:def|class)\s+{re.escape(name)}\b", _line(file, row)))


def _line(file: Path, row: int) -> str:
    lines = _text(file).split("\n")
    return lines[row - 1] if 0 < row <= len(lines) else ""


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace")
    except OSError:
        return ""


def _writes_pages(file: Path, _row: int) -> bool:
    """Whether templates become what a browser shows, and no source or settings."""
    text = _text(file)
    return bool(_HTML.search(text)) and _OWN_MARKS not in text


_ASKED: dict[str, Callable[[Path, int], bool]] = {
    "B006": lambda file, row: is_changed(_text(file), row),
    "B023": lambda file, row: outlives(_text(file), row),
    "F821": lambda file, row: not _RESOLVED.search(_line(file, row)),
    "S605": lambda file, _row: not _IS_SHELL.search(file.as_posix()),
    "S701": _writes_pages,
}
"""What else has to be so at the place itself, by code."""
