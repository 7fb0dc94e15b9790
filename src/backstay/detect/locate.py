"""On which line of a JSON or TOML text something stands, so that a fact can be shown."""

import re
from collections.abc import Callable, Iterator, Mapping

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


def toml_table(text: str, table: str) -> int:
    """The line of `[table]`, or of the key that holds it inline; 1 when there is neither."""
    if not table:
        return 1
    for number, line in numbered(text):
        name = _table_name(line)
        if name == table or name.startswith(f"{table}."):
            return number
    parent, _, key = table.rpartition(".")
    return toml_key(text, parent, key)


def toml_key(text: str, table: str, key: str) -> int:
    """The line of a key in `[table]`; the table's own line when it is not found."""
    pattern = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[.=]")
    return _find(text, table, lambda line: bool(pattern.match(line))) or toml_table(text, table)


def toml_text(text: str, table: str, written: str) -> int:
    """The line of a quoted string in `[table]`; the table's own line when it is not found."""

    def holds(start: str, end: str = "") -> Callable[[str], bool]:
        return lambda line: any(f"{quote}{start}{end and quote}" in line for quote in "\"'")

    whole = _find(text, table, holds(written, '"'))
    # a string with quotes of its own is written with escapes; its beginning is not
    return whole or _find(text, table, holds(written[:8])) or toml_table(text, table)


def _find(text: str, table: str, wanted: Callable[[str], bool]) -> int:
    """The first wanted line in `[table]` or in a table below it, as `[table.more]`; 0 if none."""
    inside = not table
    for number, line in numbered(text):
        if name := _table_name(line):
            inside = name == table or name.startswith(f"{table}.")
        elif inside and wanted(line) and not line.lstrip().startswith("#"):
            return number
    return 0


def _table_name(line: str) -> str:
    header = _TABLE.match(line)
    return header.group(1).replace('"', "").replace(" ", "") if header else ""


def text_line(text: str, needle: str) -> int:
    """The first line that holds `needle`; 1 when none does."""
    found = text.find(needle)
    return 1 if found < 0 else text.count("\n", 0, found) + 1
