"""Finds the header of a Markdown file: the lines between `---` and `---` at its top."""

import re
from dataclasses import dataclass

from backstay.agent.definitions.model import Fix, Repair

_KEY = re.compile(r"^[\"']?[^\W\d][\w.-]*[\"']?\s*:(?:\s|$)")
_BELONGS = re.compile(r"^(?:\s|-\s|-$|#|$)")  # goes on with the key above
_CLOSING = ("---", "...")


@dataclass(frozen=True, slots=True)
class Parts:
    """Header lines (None when there is no header) and body, each with its first line's number."""

    header: tuple[str, ...] | None
    header_line: int
    body: str
    body_line: int
    repairs: tuple[Repair, ...] = ()


def split(text: str) -> Parts:
    """The header and the body; a header that is late or never closed is found and reported."""
    lines = text.split("\n")
    start = next((index for index, line in enumerate(lines) if line.strip()), 0)
    if lines[start].rstrip() != "---":
        return Parts(None, 1, text, 1)
    repairs = []
    if start:
        fix = Fix(1, start + 1, "---")
        repairs.append(Repair("late-header", "hosts read a header on line 1 only", start + 1, fix))
    rest = lines[start + 1 :]
    end = next((index for index, line in enumerate(rest) if line.rstrip() in _CLOSING), None)
    if end is None:
        end = _open_end(rest)
        if end:
            repairs.append(_unclosed(start + 1 + end, rest[end - 1 : end + 1]))
        return _parts(start, rest, end, end, tuple(repairs)) if end else Parts(None, 1, text, 1)
    if end and not any(map(_KEY.match, rest[:end])):
        return Parts(None, 1, text, 1)  # a rule above some prose, and a second one below it
    return _parts(start, rest, end, end + 1, tuple(repairs))


def is_key(line: str) -> bool:
    """Whether a header line begins a new field."""
    return bool(_KEY.match(line))


def _parts(start: int, rest: list[str], end: int, after: int, repairs: tuple[Repair, ...]) -> Parts:
    return Parts(tuple(rest[:end]), start + 2, "\n".join(rest[after:]), start + 2 + after, repairs)


def _open_end(rest: list[str]) -> int:
    """Where a header that is never closed ends, at a blank line or at prose; 0 if it is none."""
    if not (rest and _KEY.match(rest[0])):
        return 0
    for index, line in enumerate(rest):
        if not line.strip() or not (_KEY.match(line) or _BELONGS.match(line)):
            return index
    return len(rest)


def _unclosed(line: int, around: list[str]) -> Repair:
    """The repair; it touches the line after the header, whose last field may need its own."""
    message = f"the header is never closed; it is taken to end at line {line}"
    if len(around) == 1:
        fix = Fix(line, line, f"{around[0]}\n---")
    else:
        fix = Fix(line + 1, line + 1, f"---\n{around[1]}")
    return Repair("unclosed-header", message, line, fix)
