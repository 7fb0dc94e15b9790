"""Name and description of a definition that has no header: its title and its purpose (C-69)."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from backstay.agent.definitions.markdown import prose_lines

_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_PURPOSE = re.compile(r"^(purpose|overview|role|mission|but|objectif|r[ôo]le)\b", re.IGNORECASE)
_LONGEST = 300  # letters of a heading; more is no title


class Found(NamedTuple):
    """A text and the line where it begins; line 0 when there is none."""

    text: str
    line: int


def title(body: str) -> Found:
    """The first heading of level one."""
    return next(
        (Found(match[2], number) for number, match in _headings(body) if len(match[1]) == 1),
        Found("", 0),
    )


def purpose(body: str) -> Found:
    """The first paragraph below a heading like Purpose, else below the title."""
    lines = body.split("\n")
    headings = list(_headings(body))
    for number, match in headings:
        if _PURPOSE.match(match[2]):
            return _paragraph(lines, number)
    first = title(body)
    return _paragraph(lines, first.line) if first.line else Found("", 0)


def slug(text: str) -> str:
    """A text as hosts want names: lower case, digits and single hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def stem(path: str) -> str:
    """The name that a path gives: of `SKILL.md` its folder, else the file without its endings."""
    place = PurePosixPath(path)
    if place.name == "SKILL.md":
        return place.parent.name
    return re.sub(r"(\.agent)?\.\w+$", "", place.name)


def _headings(body: str) -> Iterator[tuple[int, re.Match[str]]]:
    for number, line in prose_lines(body):
        if match := _HEADING.match(line[:_LONGEST]):
            yield number, match


def _paragraph(lines: list[str], heading: int) -> Found:
    """The text up to the first blank line below a heading; none when other structure follows."""
    start = next((index for index in range(heading, len(lines)) if lines[index].strip()), None)
    if start is None or lines[start].lstrip().startswith(("#", "---", "```", "|")):
        return Found("", 0)
    end = next(
        (index for index in range(start, len(lines)) if not lines[index].strip()), len(lines)
    )
    return Found(" ".join(line.strip() for line in lines[start:end]), start + 1)
