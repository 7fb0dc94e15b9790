"""The text of a contract with its nodes: pairs and words are added, nothing else moves."""

import re
from collections.abc import Sequence

from backstay.blueprint.mistakes import Mistakes
from backstay.blueprint.reading.contract import root_of
from backstay.blueprint.reading.nodes import Items, Node, Pairs, Text

_PLAIN = re.compile(r"[A-Za-z_][\w .=+<>'|:-]*\Z")
MARK = "  # ? "
_COLON = re.compile(r":(\s|$)")


class CannotEditError(ValueError):
    """A contract in a form that is not edited here; the message says what to do."""


class Page:
    """A contract's text while it is edited."""

    def __init__(self, text: str) -> None:
        self.mark = "\ufeff" if text.startswith("\ufeff") else ""
        self.text = text.removeprefix("\ufeff")
        self.ending = "\r\n" if "\r\n" in self.text else "\n"

    def __str__(self) -> str:
        return f"{self.mark}{self.text}"

    def node(self, *way: str) -> Node | None:
        """The value at a way of keys; None where there is none."""
        found: Node | None = root_of(self.text.encode(), Mistakes())
        if found is None:
            raise CannotEditError("the contract cannot be read; `backstay lint` says why")
        for key in way:
            pairs = found.pairs if isinstance(found, Pairs) else ()
            found = next((v for k, v in pairs if isinstance(k, Text) and k.value == key), None)
        return found

    def add(self, way: Sequence[str], key: str, lines: Sequence[str]) -> None:
        """Add a pair to the mapping at a way; a parent that is missing is added with it.

        Args:
            way: The keys down to the mapping.
            key: The new key.
            lines: One line is a value beside its key; several stand below it, indented by two.
        """
        parent = self.node(*way)
        if parent is None or (isinstance(parent, Text) and not parent.value):
            if not way:
                raise CannotEditError("the contract is empty")
            pair = [f"{key}: {lines[0]}"] if len(lines) == 1 else [f"{key}:", *_in(lines)]
            self.add(way[:-1], way[-1], ["", *pair] if len(pair) == 1 else pair)
        elif not isinstance(parent, Pairs) or not parent.pairs:
            raise CannotEditError(f"`{'.'.join(way)}` is no mapping")
        elif parent.flow:
            self._add_inside(parent, key, lines)
        else:
            apart = self._parted(parent) if len(parent.pairs) > 1 else len(way) == 1
            self._add_below(parent, key, [line for line in lines if line], apart=apart)

    def _add_below(self, parent: Pairs, key: str, lines: Sequence[str], *, apart: bool) -> None:
        margin = " " * (_column(parent) - 1)
        many = len(lines) > 1 or _is_pair(lines[0])
        block = [f"{key}:", *_in(lines)] if many else [f"{key}: {_marked(lines[0])}"]
        gap = self.ending if many and apart else ""
        place = self._line_end(_end(parent))
        text = self.ending.join(f"{margin}{line}" for line in block)
        self._insert(place, f"{self.ending}{gap}{text}")

    def _add_inside(self, parent: Pairs, key: str, lines: Sequence[str]) -> None:
        if len(lines) > 1 and lines[0]:
            message = f"`{key}` needs a block; write its mapping without braces"
            raise CannotEditError(message)
        value = lines[-1].partition(MARK)[0]
        inner = f"{{{value}}}" if len(lines) > 1 else quoted(value, inside=True)
        self._insert(_end(parent, whole=False), f", {key}: {inner}")

    def add_words(self, way: Sequence[str], words: Sequence[str]) -> None:
        """Add words to a list, or to a value that lists words between commas."""
        node = self.node(*way)
        if isinstance(node, Items) and node.flow and node.items:
            self._insert(_end(node, whole=False), "".join(f", {word}" for word in words))
        elif isinstance(node, Items) and node.items:
            margin = " " * (node.at.column - 1)
            rows = "".join(f"{self.ending}{margin}- {word}" for word in words)
            self._insert(self._line_end(_end(node)), rows)
        elif isinstance(node, Text) and node.value:
            added = f"{node.value}, {', '.join(words)}"
            new = f"{node.style}{added}{node.style}" if node.style else added
            self.text = f"{self.text[: node.span.start]}{new}{self.text[node.span.end :]}"
        else:
            raise CannotEditError(f"`{'.'.join(way)}` is no list of words")

    def _insert(self, place: int, text: str) -> None:
        self.text = f"{self.text[:place]}{text}{self.text[place:]}"

    def _line_end(self, place: int) -> int:
        found = re.compile(r"\r?\n|\Z").search(self.text, place)
        return found.start() if found else len(self.text)

    def _parted(self, parent: Pairs) -> bool:
        """Whether the last two of a mapping stand apart by a blank line."""
        before, last = parent.pairs[-2][1], parent.pairs[-1][0]
        between = self.text[_end(before) : last.span.start]
        return bool(re.search(r"\n[ \t]*\r?\n", between))


def quoted(value: str, *, inside: bool = False) -> str:
    """A value as it may stand in YAML, in quotes where it must."""
    special = inside and "," in value
    if not special and _PLAIN.match(value.replace(",", "") or "-") and not _COLON.search(value):
        return value
    whole = value.startswith(("[", "{", '"', "'")) or re.match(r"^[\w. ,=+<>'|*-]+$", value)
    if whole and not special:
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _marked(line: str) -> str:
    """A value in quotes where it must be, and behind it what is not sure about it."""
    value, mark, doubt = line.partition(MARK)
    return f"{quoted(value)}{mark}{doubt}"


def _in(lines: Sequence[str]) -> list[str]:
    return [f"  {line}" if line else line for line in lines]


def _is_pair(line: str) -> bool:
    return bool(re.match(r"^[\w]+:( |$)", line))


def _column(parent: Pairs) -> int:
    return parent.pairs[0][0].at.column


def _end(node: Node, *, whole: bool = True) -> int:
    """Where the last word of a node ends; of a braced one the brace, or (not whole) before it."""
    if isinstance(node, Text):
        return node.span.start + len(node.written.rstrip())
    last = node.items[-1] if isinstance(node, Items) else node.pairs[-1][1]
    if node.flow and whole:
        return node.span.end
    return _end(last)
