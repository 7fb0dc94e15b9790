"""One YAML value with its place; whoever reads it can point at each of its characters."""

import re
from dataclasses import dataclass
from typing import TypeAlias

from backstay.blueprint.model import Place

ESCAPES = {
    '"': re.compile(r"\\x..|\\u.{4}|\\U.{8}|\\.|.", re.DOTALL),
    "'": re.compile(r"''|.", re.DOTALL),
}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the source: from the character `start` up to `end`, both counted from 0."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar. `written` is how it stands in the source, quotes and escapes included."""

    value: str
    at: Place
    span: Span
    written: str
    style: str = ""

    @property
    def plain(self) -> bool:
        """Whether it stands without quotes."""
        return not self.style

    def place(self, offset: int = 0) -> Place:
        """Where character `offset` of the value stands; the start, where that cannot be told."""
        if "\n" in self.written or self.style in ("|", ">"):
            return self.at
        if self.plain:
            return Place(self.at.line, self.at.column + offset)
        begins = [m.start() for m in ESCAPES[self.style].finditer(self.written[1:-1])]
        inside = begins[offset] if offset < len(begins) else len(self.written) - 2
        return Place(self.at.line, self.at.column + 1 + inside)


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `flow` when it is written as `[...]`."""

    items: tuple["Node", ...]
    at: Place
    span: Span
    flow: bool

    def place(self, offset: int = 0) -> Place:
        """Where the list begins."""
        del offset
        return self.at


@dataclass(frozen=True, slots=True)
class Pairs:
    """A mapping; `flow` when it is written as `{...}`."""

    pairs: tuple[tuple["Node", "Node"], ...]
    at: Place
    span: Span
    flow: bool

    def place(self, offset: int = 0) -> Place:
        """Where the mapping begins."""
        del offset
        return self.at


Node: TypeAlias = Text | Items | Pairs


@dataclass(frozen=True, slots=True)
class Entry:
    """One pair of a mapping whose key is a word."""

    key: Text
    value: Node


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the contract, wherever it stands: in a compact form or as a value."""

    text: str
    at: Place
