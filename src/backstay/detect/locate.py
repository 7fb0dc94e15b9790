"""On which line of a JSON or TOML text something stands, so that a fact can be shown."""

import re
from collections.abc import Iterator, Mapping

from backstay.detect.comments import without_comments

Path = tuple[str | int, ...]

LONGEST_LINE = 2_000

_WORD = re.compile(r'"(?:\\.|[^"\\\n])*"|[{}\[\]:,]|\n')
_TABLE = re.compile(r"^\s*\[{1,2}\s*([^\[\]]+?)\s*\]{1,2}\s*(?:#.*)?$")


def numbered(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a text, counted from 1; a very long one is cut, for patterns to stay cheap."""
    for number, line in enumerate(text.split("\n"), 1):
        yield number, line[:LONGEST_LINE]


def json_lines(text: str) -> Mapping[Path, int]:
    """The line of every key and array item of a JSON text, comments allowed.

    `{"a": {"b": [1]}}` gives lines for `("a",)`, `("a", "b")` and `("a", "b", 0)`. A text that is
    no JSON gives the lines of what could be followed.
    """
    lines: dict[Path, int] = {}
    stack: list[str | int] = []  # one entry per open bracket: the current key, or the item's index
    line = 1
    key = ""
    for match in _WORD.finditer(without_comments(text)):
        word = match.group()
        if word == "{":
            _item(lines, stack, line)
            stack.append("")
        elif word == "[":
            _item(lines, stack, line)
            stack.append(0)
        elif word in "}]":
            del stack[-1:]
        elif word == "," and stack and isinstance(stack[-1], int):
            stack[-1] += 1
        elif word == ":" and stack and isinstance(stack[-1], str):
            stack[-1] = key
            lines.setdefault(tuple(stack), line)
        elif word.startswith('"'):
            key = word[1:-1]
            _item(lines, stack, line)
        line += word.count("\n")
    return lines


def _item(lines: dict[Path, int], stack: list[str | int], line: int) -> None:
    if stack and isinstance(stack[-1], int):
        lines.setdefault(tuple(stack), line)


def toml_line(text: str, table: str, needle: str) -> int:
    """The first line inside `[table]` that holds `needle`; else the table's line, else 1.

    Tables below `[table]`, as `[table.more]`, are searched too: that is where inline keys move.
    """
    inside = not table
    fallback = 1
    for number, line in numbered(text):
        if header := _TABLE.match(line):
            name = header.group(1).replace('"', "").replace(" ", "")
            inside = name == table or name.startswith(f"{table}.")
            if name == table:
                fallback = number
        if inside and needle in line and not line.lstrip().startswith("#"):
            return number
    return fallback


def text_line(text: str, needle: str) -> int:
    """The first line that holds `needle`; 1 when none does."""
    found = text.find(needle)
    return 1 if found < 0 else text.count("\n", 0, found) + 1
