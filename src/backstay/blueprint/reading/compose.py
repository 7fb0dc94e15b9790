"""YAML events put together to nodes; refuses all of YAML that the language leaves out."""

import re
from dataclasses import dataclass, field
from typing import Any

from backstay.blueprint.mistakes import Mistakes, quoted
from backstay.blueprint.model import Place
from backstay.blueprint.reading.nodes import Items, Node, Pairs, Span, Text
from backstay.blueprint.reading.source import CONTROL, TOP, at_end_of, control

MOST_LEVELS = 12


class Refused(Exception):
    """The file cannot be read any further; the mistake is already noted."""


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
    from ruamel.yaml import YAML  # noqa: PLC0415 - keeps `import backstay.blueprint` cheap
    from ruamel.yaml.error import MarkedYAMLError, YAMLError  # noqa: PLC0415

    try:
        return _root(YAML(typ="safe", pure=True).parse(text), text, mistakes)
    except Refused:
        pass
    except MarkedYAMLError as bad:
        mark: Any = bad.problem_mark or bad.context_mark
        hint = _yaml_hint(bad, text[mark.index :] if mark else "")
        at = _place(mark) if mark else TOP
        mistakes.add(at, "BS006", f"not YAML: {bad.problem or bad.context}", hint=hint)
    except (YAMLError, ValueError) as bad:
        mistakes.add(TOP, "BS006", f"not YAML: {str(bad).splitlines()[0]}")
    return None


def _yaml_hint(bad: Any, rest: str) -> str:
    if rest.startswith("\t"):
        return "indent with spaces, not tabs"
    if bad.context and bad.context_mark:
        return f"{bad.context} that begins on line {bad.context_mark.line + 1}"
    return ""


def _root(events: Any, text: str, mistakes: Mistakes) -> Node | None:
    opened: list[Open] = []
    root: Node | None = None
    documents = 0
    for event in events:
        name = type(event).__name__
        documents += name == "DocumentStartEvent"
        _refuse(event, documents, text, mistakes)
        done: Node | None = None
        if name in ("MappingStartEvent", "SequenceStartEvent"):
            mapping = name == "MappingStartEvent"
            at, start = _place(event.start_mark), event.start_mark.index
            opened.append(Open(at, start, bool(event.flow_style), mapping))
            if len(opened) > MOST_LEVELS:
                mistakes.add(at, "BS011", f"nested deeper than {MOST_LEVELS} levels")
                raise Refused
        elif name in ("MappingEndEvent", "SequenceEndEvent"):
            done = opened.pop().closed(event.end_mark.index)
        elif name == "ScalarEvent":
            done = _scalar(event, text, opened, mistakes)
        if done and opened:
            opened[-1].children.append(done)
        elif done:
            root = done
    return root


def _refuse(event: Any, documents: int, text: str, mistakes: Mistakes) -> None:
    """Anchors, aliases, tags, directives and further documents."""
    at, name = _place(event.start_mark), type(event).__name__
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
    at = _place(event.start_mark)
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


def _place(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1)
