"""What an installation would do: files that are made, and insertions into files that are there."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Any

from backstay.agent.hosts.jsontext import JsonTextError, insertion


class InstallError(ValueError):
    """The installation cannot be made; nothing was written. The message says why."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A file of ours; one that is there already and differs stays, and is named."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A value in a JSON file that others use too; `key` is empty for an item of a list."""

    path: str
    way: tuple[str, ...]
    key: str
    value: Any


@dataclass(frozen=True, slots=True)
class Change:
    """One file: its text before (None: it is not there) and after, and what was put in."""

    path: str
    before: str | None
    after: str
    inserted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """All changes, and what to know."""

    changes: tuple[Change, ...]
    notes: tuple[str, ...] = ()

    def diff(self) -> str:
        """The changes for a person to read."""
        lines: list[str] = []
        for one in self.changes:
            before = (one.before or "").splitlines(keepends=True)
            name = one.path if one.before is not None else "/dev/null"
            lines += unified_diff(before, one.after.splitlines(keepends=True), name, one.path, n=2)
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def plan(root: Path, parts: Iterable[Whole | Entry]) -> Plan:
    """Decide on everything before anything is written. Raises: InstallError."""
    texts: dict[str, str | None] = {}
    changes: dict[str, Change] = {}
    notes: list[str] = []
    for part in parts:
        if part.path not in texts:
            texts[part.path] = _read(root, part.path)
        before = texts[part.path]
        if isinstance(part, Whole):
            if before is None:
                changes[part.path] = Change(part.path, None, part.text)
            elif before != part.text:
                notes.append(f"{part.path} is there already and stays as it is")
            continue
        known = changes.get(part.path) or Change(
            part.path, before, "{}\n" if before is None else before
        )
        try:
            put = insertion(known.after, part.way, part.key, part.value)
        except JsonTextError as error:
            raise InstallError(f"{part.path}: {error}; mend it, then install again") from error
        if put is not None:
            text = f"{known.after[: put.place]}{put.text}{known.after[put.place :]}"
            inserted = (*known.inserted, put.text)
            changes[part.path] = Change(part.path, before, text, inserted)
    return Plan(tuple(changes.values()), tuple(dict.fromkeys(notes)))


def _read(root: Path, path: str) -> str | None:
    place = root / path
    if not place.resolve().is_relative_to(root.resolve()):
        raise InstallError(f"{path} leads out of the project by a link")
    if not place.exists():
        return None
    try:
        return place.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InstallError(f"{path} cannot be read: {error}") from error
