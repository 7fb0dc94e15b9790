"""The changes that bring the values of a contract to canonical form, comments untouched."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from backstay.blueprint.formatting.writers import Writer, writer_for
from backstay.blueprint.printing.yaml import scalar
from backstay.blueprint.reading.nodes import Items, Node, Pairs, Text


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start` up to `end` of the source give way to `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Style:
    """The source, and whether values are written long where they can be."""

    source: str
    long: bool


def applied(source: str, edits: list[Edit]) -> str:
    """The source after all edits; they do not overlap."""
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        source = source[: edit.start] + edit.text + source[edit.end :]
    return source


def edits_of(style: Style, root: Pairs) -> list[Edit]:
    """Every change to values and to the spaces between them."""
    return list(_inside(style, root, ()))


def _inside(style: Style, node: Node, way: tuple[str, ...]) -> Iterator[Edit]:
    if isinstance(node, Pairs):
        for key, value in node.pairs:
            assert isinstance(key, Text), "the keys of a valid contract are words"
            yield from _pair(style, node, key, value, (*way, key.value))
    if not isinstance(node, Text) and node.flow:
        yield from _spaces(style, node)


def _pair(
    style: Style, parent: Pairs, key: Text, value: Node, way: tuple[str, ...]
) -> Iterator[Edit]:
    written = _written(style, writer_for(way), value, flow=parent.flow)
    if written is not None and not _comment_in(style.source, key.span.end, value):
        end = value.span.end
        tail = "\n" if style.source[value.span.start : end].endswith("\n") else ""
        yield Edit(key.span.end, end, f": {written}{tail}")
        return
    between = style.source[key.span.end : value.span.start]
    if not re.search("[\n#]", between):
        yield Edit(key.span.end, value.span.start, ": ")
    else:
        yield Edit(key.span.end, key.span.end + between.index(":") + 1, ":")
    yield from _inside(style, value, way)


def _written(style: Style, writer: Writer | None, value: Node, *, flow: bool) -> str | None:
    if writer is None:
        return None
    if style.long and writer.long:
        return writer.long(value)
    text = writer.compact(value)
    return None if text is None else scalar(text, flow=flow)


def _comment_in(source: str, start: int, node: Node) -> bool:
    """Whether a comment would be lost: what is neither key nor value holds a `#`."""
    rest, at = "", start
    for text in _texts(node):
        rest += source[at : text.span.start]
        at = text.span.end
        if text.style in ("|", ">"):  # YAML counts comments behind a block to the block
            rest += text.written
    return "#" in rest + source[at : node.span.end]


def _texts(node: Node) -> Iterator[Text]:
    if isinstance(node, Text):
        yield node
        return
    children = node.items if isinstance(node, Items) else [n for pair in node.pairs for n in pair]
    for child in children:
        yield from _texts(child)


def _spaces(style: Style, node: Pairs | Items) -> Iterator[Edit]:
    """One space behind commas and none behind brackets, in `{...}` and `[...]` on one line."""
    if "\n" in style.source[node.span.start : node.span.end]:
        return
    edges = node.items if isinstance(node, Items) else [n for pair in node.pairs for n in pair]
    opened, closed = ("[", "]") if isinstance(node, Items) else ("{", "}")
    yield Edit(node.span.start, edges[0].span.start, opened)
    yield Edit(edges[-1].span.end, node.span.end, closed)
    step = 1 if isinstance(node, Items) else 2
    for before, after in zip(edges[step - 1 :: step], edges[step::step], strict=False):
        yield Edit(before.span.end, after.span.start, ", ")
