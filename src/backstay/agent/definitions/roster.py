"""All definitions of a project, loaded and ranked, and the files that could not be."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from backstay.agent.definitions.load import load_definition
from backstay.agent.definitions.model import Definition
from backstay.agent.definitions.places import RANKS, Found, Rank, find_definitions
from backstay.agent.definitions.roles import role_of
from backstay.agent.definitions.source import UnreadableError


@dataclass(frozen=True, slots=True)
class Entry:
    """One definition and the rank of the place where it was found."""

    definition: Definition
    rank: Rank


@dataclass(frozen=True, slots=True)
class Roster:
    """Definitions, the highest rank first; `unreadable` are the messages of files that failed."""

    entries: tuple[Entry, ...]
    unreadable: tuple[str, ...] = ()

    @property
    def definitions(self) -> tuple[Definition, ...]:
        """The definitions without their ranks."""
        return tuple(entry.definition for entry in self.entries)

    def named(self, name: str) -> Definition | None:
        """The definition of that name or path, or else of that role; the highest rank wins."""
        exact = (one for one in self.definitions if name in (one.name, one.path))
        role = role_of(name)
        alike = (one for one in self.definitions if role and role_of(one.name) == role)
        return next(exact, None) or next(alike, None)


def load_roster(root: Path, home: Path | None = None) -> Roster:
    """The definitions of a project, its user, an organisation and Backstay itself.

    Args:
        root: The project.
        home: The user's folder; None leaves the user's own out.
    """
    return load_files(find_definitions(root, home))


def load_files(files: Iterable[Found]) -> Roster:
    """A roster of given files; what cannot be read is named and does not hinder the rest."""
    entries: list[Entry] = []
    unreadable: list[str] = []
    for file in files:
        try:
            entries.append(Entry(load_definition(file.path, file.shown), file.rank))
        except UnreadableError as error:
            unreadable.append(str(error))
    entries.sort(key=lambda entry: RANKS.index(entry.rank))
    return Roster(tuple(entries), tuple(unreadable))
