"""Markdown that survives whatever stands in it: tables, code, fences."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

NOTHING = "-"
WIDTH = 100


def prose(*parts: str) -> Iterator[str]:
    """A paragraph, or one item of a list, wrapped; its parts are joined by blanks."""
    text = " ".join(" ".join(parts).split())
    indent = {"- ": "  ", "> ": "> "}.get(text[:2], "")
    yield from wrap(
        text,
        WIDTH,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table, line by line, with a blank line behind; nothing at all without rows."""
    body = [f"| {' | '.join(_cell(one) for one in row)} |" for row in rows]
    if body:
        yield f"| {' | '.join(head)} |"
        yield f"|{'---|' * len(head)}"
        yield from body
        yield ""


def code(text: str) -> str:
    """Text as code inside of a line."""
    one_line = " ".join(text.split())
    fence = "``" if "`" in one_line else "`"
    return f"{fence}{one_line}{fence}" if one_line else NOTHING


def codes(texts: Iterable[str]) -> str:
    """Several texts as code, in one line."""
    return ", ".join(map(code, texts)) or NOTHING


def fenced(language: str, lines: Iterable[str]) -> Iterator[str]:
    """A block of code with a blank line behind."""
    yield f"```{language}"
    yield from lines
    yield "```"
    yield ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|") or NOTHING
