"""Reads triggers: typed where the header says so, else by their form (R-206 to R-210, C-40)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from backstay.agent.definitions.conditions import read_condition
from backstay.agent.definitions.lists import as_list, split_list
from backstay.agent.definitions.model import KINDS, Origin, Trigger, TriggerKind

# the names of a typed map's parts
PARTS: Mapping[str, TriggerKind] = {
    **dict.fromkeys(("keywords", "keyword", "words"), "keyword"),
    **dict.fromkeys(("when", "conditions", "project"), "condition"),
    **dict.fromkeys(("paths", "globs", "files"), "glob"),
    **dict.fromkeys(("extensions",), "extension"),
    **dict.fromkeys(("unless", "not"), "unless"),
}
_EXTENSION = re.compile(r"^(?:\*\*/)?\*(?:\.\w+)+$")
_SENTENCE = 3  # more words than this are prose, not a keyword


def kind_of(text: str) -> TriggerKind:
    """What an untyped trigger is, by its form alone.

    `*.py` is an extension, `api/**` and `docker*` are globs, a sentence or anything that a
    predicate fits is a condition, the rest are keywords.
    """
    if " " not in text:
        if _EXTENSION.match(text):
            return "extension"
        looks_like_path = "*" in text or "?" in text or text.endswith("/")
        is_file = "/" in text and "." in text.rpartition("/")[2]
        return "glob" if looks_like_path or is_file else "keyword"
    if len(text.split()) > _SENTENCE or read_condition(text):
        return "condition"
    return "keyword"


def read_triggers(value: Any) -> tuple[tuple[Trigger, ...], dict[str, Any]] | None:
    """The triggers of a `triggers` field, and the parts of a map that are not known.

    None when the value is neither text, list nor map.
    """
    if isinstance(value, dict):
        found: list[Trigger] = []
        rest: dict[str, Any] = {}
        for part, listed in value.items():
            items = as_list(listed)
            kind = PARTS.get(str(part))
            if kind is None or items is None:
                rest[str(part)] = listed
            elif kind in ("glob", "extension"):
                found += (_path(_ending(one) if kind == "extension" else one) for one in items)
            else:
                found += (Trigger(kind, one) for one in items)
        return tuple(found), rest
    items = _sentences(value) if isinstance(value, str) else as_list(value)
    if items is None:
        return None
    return tuple(Trigger(kind_of(one), one) for one in items), {}


def read_globs(value: Any) -> tuple[Trigger, ...] | None:
    """The triggers of a `globs` or `file_triggers` field; None when it is no list of any form."""
    items = as_list(value)
    return None if items is None else tuple(map(_path, items))


def _path(text: str) -> Trigger:
    return Trigger("extension" if _EXTENSION.match(text) else "glob", text)


def _ending(text: str) -> str:
    """`py`, `.py` and `*.py` as `*.py`."""
    return text if "*" in text else f"*.{text.removeprefix('.')}"


def _sentences(text: str) -> tuple[str, ...]:
    """One text as one trigger, unless it is plainly a list of short ones."""
    whole = (text.strip(),) if text.strip() else ()
    items = split_list(text) if "," in text else whole
    short = all(len(item.split()) <= _SENTENCE for item in items)
    return items if short else whole


def ordered(triggers: Iterable[Trigger]) -> tuple[Trigger, ...]:
    """By kind, then as written; the second of two equal ones falls away, whatever its origin."""
    first: dict[tuple[TriggerKind, str], Trigger] = {}
    for one in triggers:
        first.setdefault((one.kind, one.text), one)
    return tuple(sorted(first.values(), key=lambda one: KINDS.index(one.kind)))


def written_as(texts: Iterable[str], origin: Origin) -> Iterator[Trigger]:
    """Triggers from running text, where only paths and single terms can be told apart."""
    for text in texts:
        kind = kind_of(text)
        yield Trigger("keyword" if kind == "condition" else kind, text, origin)
