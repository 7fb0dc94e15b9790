"""The indentation of a contract: two spaces a level, comments with what they speak about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from backstay.blueprint.reading.nodes import Items, Node, Pairs, Text

STEP = 2


@dataclass
class Lines:
    """What is known of each line, counted from 1.

    `begins` leads from a line that begins with a key or an item to its new indentation; `goes_on`
    are lines inside of a value that began before; `kept` are those among them that are text.
    """

    begins: dict[int, int] = field(default_factory=dict)
    goes_on: set[int] = field(default_factory=set)
    kept: set[int] = field(default_factory=set)


def laid_out(source: str, root: Pairs) -> str:
    """The same contract, indented anew, without spaces at line ends or doubled empty lines."""
    known = Lines()
    _learn(source, root, 0, known)
    lines = source.split("\n")
    shift, out = 0, list[str]()
    for number, line in enumerate(lines, start=1):
        indent = len(line) - len(line.lstrip(" "))
        if number in known.begins:
            shift = known.begins[number] - indent
        new = indent + shift
        if number not in known.goes_on and line.lstrip().startswith("#"):
            new = _of_comment(lines, number, known)
        bare = line[indent:] if number in known.kept else line.strip()
        empty = not bare and number not in known.kept
        if not empty or (out and out[-1]):
            out.append(" " * max(0, new) + bare if bare else "")
    return "\n".join(out).rstrip("\n") + "\n"


def _learn(source: str, node: Node, depth: int, known: Lines) -> None:
    if isinstance(node, Text) or node.flow:
        last = node.at.line + source.count("\n", node.span.start, node.span.end)
        known.goes_on |= set(range(node.at.line + 1, last + 1))
        known.kept |= {line for text in _texts(node) for line in _below(text)}
        return
    for first, value in _begins(node):
        known.begins[first.at.line] = depth * STEP
        if value is not None:
            _learn(source, value, depth + 1, known)


def _begins(node: Pairs | Items) -> Iterator[tuple[Node, Node | None]]:
    if isinstance(node, Pairs):
        yield from node.pairs
    else:
        yield from ((item, None) for item in node.items)


def _texts(node: Node) -> Iterator[Text]:
    if isinstance(node, Text):
        yield node
    elif isinstance(node, Items):
        for item in node.items:
            yield from _texts(item)
    else:
        for pair in node.pairs:
            for child in pair:
                yield from _texts(child)


def _below(text: Text) -> range:
    """The lines of a text behind its first; a block also owns the end of its last line."""
    return range(text.at.line + 1, text.at.line + text.written.rstrip("\n").count("\n") + 1)


def _of_comment(lines: list[str], number: int, known: Lines) -> int:
    """A comment goes with the next key, unless it was aligned with the one before."""
    indent = _indent(lines[number - 1])
    after = next((n for n in range(number + 1, len(lines) + 1) if n in known.begins), None)
    before = next((n for n in range(number - 1, 0, -1) if n in known.begins), None)
    if after and (before is None or indent == _indent(lines[after - 1])):
        return known.begins[after]
    if before and indent == _indent(lines[before - 1]):
        return known.begins[before]
    return known.begins[after] if after else 0


def _indent(line: str) -> int:
    return len(line) - len(re.sub("^ +", "", line))
