"""Which header fields a definition needs: all that its own text does not say by itself."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from backstay.agent.definitions.derived import derived_metadata
from backstay.agent.definitions.dialects import Dialect
from backstay.agent.definitions.fields import KEYS
from backstay.agent.definitions.lists import join_list
from backstay.agent.definitions.model import Definition, Handoff, Trigger, Writes
from backstay.agent.definitions.prose import bodily_boundaries
from backstay.agent.definitions.triggers import kind_of

_PATHS = ("glob", "extension")
_PARTS = {"keyword": "keywords", "condition": "when", "unless": "unless"}


def written_fields(definition: Definition, dialect: Dialect) -> dict[str, Any]:
    """The header of a definition under the keys of one host, unknown fields last, as they were."""
    taken = {key for key, _ in definition.unknown}
    written: dict[str, Any] = {}
    for field, value, preferred in _rows(definition, dialect):
        keys = (preferred or KEYS[field][0], *KEYS[field])
        written[next(key for key in keys if key not in taken)] = value
    return {**written, **dict(definition.unknown)}


def _rows(definition: Definition, dialect: Dialect) -> Iterator[tuple[str, Any, str]]:
    """Field, value, and the key to prefer, which may be taken by a field that is only kept."""
    yield "name", definition.name, ""
    if definition.description:
        yield "description", definition.description, ""
    if definition.model:
        several = len(definition.model) > 1
        yield "model", list(definition.model) if several else definition.model[0], ""
    if definition.tools is not None:
        yield "tools", join_list(definition.tools), dialect.tools
    if definition.denied_tools:
        yield "denied_tools", join_list(definition.denied_tools), ""
    yield from _triggers(definition, dialect)
    if definition.handoffs:
        yield "handoffs", [_handoff(one) for one in definition.handoffs], ""
    if tiers := _differences(definition.boundaries, bodily_boundaries(definition.body)):
        yield "boundaries", tiers, ""
    if paths := _differences(definition.writes, Writes()):
        yield "writes", paths, ""
    told = derived_metadata(definition.unknown, definition.body)
    for key, value in _differences(definition.metadata, told).items():
        yield key, value, ""


def _triggers(definition: Definition, dialect: Dialect) -> Iterator[tuple[str, Any, str]]:
    own = [one for one in definition.triggers if one.origin == "header"]
    if words := [one for one in own if one.kind not in _PATHS]:
        yield "triggers", _words(words), ""
    if paths := tuple(one.text for one in own if one.kind in _PATHS):
        one_line = dialect.globs == "globs"
        yield "globs", join_list(paths) if one_line else list(paths), dialect.globs


def _words(triggers: list[Trigger]) -> list[str] | dict[str, list[str]]:
    """A plain list where each one's form says its kind, else a typed map."""
    if all(kind_of(one.text) == one.kind for one in triggers):
        return [one.text for one in triggers]
    parts: dict[str, list[str]] = {}
    for one in triggers:
        parts.setdefault(_PARTS[one.kind], []).append(one.text)
    return parts


def _handoff(handoff: Handoff) -> dict[str, Any]:
    texts = {"agent": handoff.agent, "label": handoff.label, "prompt": handoff.prompt}
    filled = {key: text for key, text in texts.items() if text or key == "agent"}
    return {**filled, "send": handoff.send, **dict(handoff.extra)}


def _differences(value: Any, told: Any) -> dict[str, Any]:
    """The parts that differ from what the text says, tuples as lists."""
    mine = {part.name: getattr(value, part.name) for part in fields(value)}
    return {
        key: list(part) if isinstance(part, tuple) else part
        for key, part in mine.items()
        if part != getattr(told, key)
    }
