"""Record: what came of one file, kept between runs so that only changed files are read again."""

from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from backstay.prove.checking.waivers import Waiver
from backstay.prove.hit import Hit
from backstay.prove.reading.facts import Facts


@dataclass(frozen=True, slots=True)
class Marked:
    """A hit with its rule and its fingerprint, which stays while the line's text does."""

    rule: str
    hit: Hit
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Record:
    """One file as it was when it had this size and time of change.

    Attributes:
        marked: What the rules said.
        noted: What rules over the tree want to know of it, by rule.
        text: The whole text of a short document, for rules over the tree.
        unread: Why no rule could look at it; then everything else is empty.
        failed: Rules of ours that broke on it, with the error.
    """

    path: str
    size: int
    changed: int
    kind: str
    lines: int = 0
    marked: tuple[Marked, ...] = ()
    facts: Facts | None = None
    noted: dict[str, Any] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
    text: str = ""
    unread: str = ""
    failed: tuple[str, ...] = ()


def fingerprint(rule: str, path: str, line: str) -> str:
    """Of a finding: it outlives changes elsewhere in the file."""
    return blake2b(f"{rule}\0{path}\0{line.strip()}".encode(), digest_size=8).hexdigest()
