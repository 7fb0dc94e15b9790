"""YAML events put together to nodes; refuses all of YAML that the language leaves out."""

import re
from dataclasses import dataclass, field
from typing import Any

from backstay.blueprint.mistakes import Mistakes, quoted
from backstay.blueprint.model import Place
from backstay.blueprint.reading.events import Refused, events_of, place_of
from backstay.blueprint.reading.nodes import Items, Node, Pairs, Span, Text
from backstay.blueprint.reading.source import CONTROL, at_end_of, control

MOST_LEVELS = 12


@dataclass
class Open:
    """A mapping or list whose end has not come yet."""

    at: Place
    start: int
    flow: bool
    mapping: bool
    children: list[Node] = field(default_factory=list)

    def closed(self, end: int) -> Node:
        """The finished node; a block ends with its last value, not at the next token."""
        if not self.flow:
            end = self.children[-1].span.end if self.children else self.start
        span = Span(self.start, end)
        if self.mapping:
            pairs = tuple(zip(self.children[::2], self.children[1::2], strict=True))
            return Pairs(pairs, self.at, span, self.flow)
        return Items(tuple(self.children), self.at, span, self.flow)


def compose(text: str, mistakes: Mistakes) -> Node | None:
    """The root of the one document in `text`; None when it is empty, or after a mistake."""
    opened: list[Open] = []
    root: Node | None = None
    documents = 0
    try:
        for event in events_of(text, mistakes):
            name = type(event).__name__
            documents += name == "DocumentStartEvent"
            _refuse(event, documents, text, mistakes)
            done: Node | None = None
            if name in ("MappingStartEvent", "SequenceStartEvent"):
                opened.append(_open(event, len(opened), mistakes))
            elif name in ("MappingEndEvent", "SequenceEndEvent"):
                done = opened.pop().closed(event.end_mark.index)
            elif name == "ScalarEvent":
                done = _scalar(event, text, opened, mistakes)
            if done and opened:
                opened[-1].children.append(done)
            elif done:
                root = done
    except Refused:
        return None
    return root


def _open(event: Any, levels: int, mistakes: Mistakes) -> Open:
    at = place_of(event.start_mark)
    if levels >= MOST_LEVELS:
        mistakes.add(at, "BS011", f"nested deeper than {MOST_LEVELS} levels")
        raise Refused
    mapping = type(event).__name__ == "MappingStartEvent"
    return Open(at, event.start_mark.index, bool(event.flow_style), mapping)


def _refuse(event: Any, documents: int, text: str, mistakes: Mistakes) -> None:
    """Anchors, aliases, tags, directives and further documents."""
    at, name = place_of(event.start_mark), type(event).__name__
    tag = str(getattr(event, "ctag", None) or "")
    if name == "DocumentStartEvent" and (documents > 1 or event.version or event.tags):
        if documents == 1 and (directive := re.search("^%", text, re.MULTILINE)):
            at = at_end_of(text[: directive.start()])
        mistakes.add(at, "BS009", "a contract is one document, without directives")
    elif name == "AliasEvent" or getattr(event, "anchor", None):
        hint = "write the value out; text that begins with `*` or `&` needs quotes"
        mistakes.add(at, "BS007", "anchors and aliases are not part of the language", hint=hint)
    elif tag not in ("", "!", "None"):
        hint = "text that begins with `!` needs quotes"
        mistakes.add(at, "BS008", f"tags are not part of the language: {quoted(tag)}", hint=hint)
    else:
        return
    raise Refused


def _scalar(event: Any, text: str, opened: list[Open], mistakes: Mistakes) -> Text:
    at = place_of(event.start_mark)
    start, end = event.start_mark.index, event.end_mark.index
    if start == end and opened and opened[-1].mapping and opened[-1].children:
        # no value: the mark is at the next token, perhaps lines below; the place is behind the key
        key = opened[-1].children[-1]
        start = end = text.index(":", key.span.end) + 1 if ":" in text[key.span.end :] else start
        at = at_end_of(text[:start])
    if odd := CONTROL.search(event.value):
        mistakes.add(at, "BS004", f"{control(odd[0])}, written as an escape")
        raise Refused
    return Text(event.value, at, Span(start, end), text[start:end], event.style or "")
