"""Waivers: findings that are accepted for a reason and until a date, on the line or in one file."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path

_COMMENT = re.compile(
    r"(?:#|//|--)\s*backstay:\s*allow\[([\w, -]+)\]\s*(.*?)\s*(?:until\s+(\d{4}-\d{2}-\d{2}))?\s*$"
)


# the line, the text of a comment with its mark, and whether it stands alone on the line
Comment = tuple[int, str, bool]


class WaiversError(ValueError):
    """The file of waivers cannot be read; the message says where."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """One exception: which rules, where, why, and until when (`` for no end).

    `line` is where it is written; `covers` is the one line of `path` that it excuses, 0 for the
    whole of every file that the pattern `path` matches. A `quiet` one is no waiver of ours, and may
    be there for somebody else.
    """

    rules: tuple[str, ...]
    path: str
    line: int
    covers: int
    reason: str
    until: str = ""
    file: str = ""
    quiet: bool = False

    def excuses(self, rule: str, path: str, first: int, last: int) -> bool:
        """Whether a finding at these lines is meant."""
        if rule not in self.rules:
            return False
        if not self.covers:
            return fnmatchcase(path, self.path)
        return path == self.path and first <= self.covers <= max(first, last)

    def expired(self, today: date) -> bool:
        """Whether its time is over."""
        return bool(self.until) and date.fromisoformat(self.until) < today


def written_in(path: str, comments: Iterable[Comment]) -> Iterator[Waiver]:
    """The waivers in a file's comments; one on a line of its own is meant for the next line."""
    for number, text, alone in comments:
        if "backstay:" not in text or (match := _COMMENT.search(text)) is None:
            continue
        rules = tuple(one.strip() for one in match[1].split(",") if one.strip())
        until = match[3] if match[3] and _is_date(match[3]) else ""
        yield Waiver(rules, path, number, number + alone, match[2], until)


def in_file(file: Path) -> list[Waiver]:
    """The waivers of the one file; none when it does not exist.

    Raises:
        WaiversError: It is no TOML, or an entry lacks a rule, a path or a reason.
    """
    if not file.is_file():
        return []
    try:
        text = file.read_text("utf-8")
        entries = tomllib.loads(text).get("allow", [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WaiversError(f"{file.name}: {error}") from error
    lines = [n for n, line in enumerate(text.split("\n"), 1) if line.strip() == "[[allow]]"]
    if not isinstance(entries, list) or len(lines) != len(entries):
        raise WaiversError(f"{file.name}: write each waiver as a table [[allow]]")
    return [_entry(file.name, line, one) for line, one in zip(lines, entries, strict=True)]


def _entry(name: str, line: int, entry: dict[str, object]) -> Waiver:
    rule, path, reason = (entry.get(key) for key in ("rule", "path", "reason"))
    until = str(entry.get("until", ""))
    if not (isinstance(rule, str) and isinstance(path, str) and isinstance(reason, str)):
        raise WaiversError(f"{name}:{line}: a waiver needs rule, path and reason")
    if until and not _is_date(until):
        raise WaiversError(f"{name}:{line}: until is a date, such as 2027-06-01")
    return Waiver((rule,), path, line, 0, reason, until, name)


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
