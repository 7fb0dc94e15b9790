"""Folding: docstrings with lines that are too long get more lines; all else stays as it is."""

import ast
import re
from textwrap import wrap
from unicodedata import east_asian_width

WIDTH = 100
QUOTES = '"""'
_SECTION = re.compile(r"(?:Args|Attributes|Raises|Returns): ")


def folded(source: str) -> str:
    """A module in which no docstring is wider than 100 columns, unless a single word is.

    Args: source, formatted Python. Sections such as `Raises: A, B.` go on with a hanging indent.
    """
    if not is_wide(source):
        return source
    lines = source.split("\n")
    for first, last in reversed(_docstrings(source)):
        if any(map(_is_wide, lines[first:last])):
            lines[first:last] = _folded(lines[first:last])
    return "\n".join(lines)


def is_wide(source: str) -> bool:
    """Whether any line is wider than 100 columns."""
    return any(map(_is_wide, source.split("\n")))


def _is_wide(line: str) -> bool:
    return _columns(line) > WIDTH


def _columns(line: str) -> int:
    """How wide a line is shown: letters of East Asia take two columns."""
    if line.isascii():
        return len(line)
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in line)


def _docstrings(source: str) -> list[tuple[int, int]]:
    """The lines of each string that stands for itself: from, and up to, in order."""
    found = [
        (node.lineno - 1, node.end_lineno or node.lineno)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    ]
    return sorted(found)


def _folded(lines: list[str]) -> list[str]:
    """The lines of one docstring; quotes that end a line which is too long get their own."""
    pad = lines[0][: len(lines[0]) - len(lines[0].lstrip())]
    if _is_wide(lines[-1]) and lines[-1].endswith(QUOTES):
        # with room for the quotes it would not be too long: the last word comes along
        fits = len(lines[-1]) - len(QUOTES) <= WIDTH
        lines = [*lines[:-1], lines[-1].removesuffix(QUOTES), f"{pad}{QUOTES}"]
        width = WIDTH - len(QUOTES) if fits else WIDTH
        return [*(one for line in lines[:-1] for one in _lines(line, width)), lines[-1]]
    return [one for line in lines for one in _lines(line, WIDTH)]


def _lines(line: str, width: int) -> list[str]:
    if len(line) <= width:
        return [line]
    text = line.lstrip()
    pad = line[: len(line) - len(text)]
    hanging = "    " if _SECTION.match(text) else ""
    return wrap(
        text,
        width,
        initial_indent=pad,
        subsequent_indent=pad + hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
