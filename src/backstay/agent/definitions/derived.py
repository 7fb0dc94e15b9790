"""What a definition's own text says, so that its header need not: asked on loading and export."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from backstay.agent.definitions.lists import as_text
from backstay.agent.definitions.model import Metadata, Trigger
from backstay.agent.definitions.prose import (
    bodily_metadata,
    bodily_triggers,
    described_triggers,
)

_MAP_KEYS: Mapping[str, tuple[str, ...]] = {
    "version": ("version",),
    "updated": ("last-updated", "last_updated", "updated"),
    "maintainer": ("maintainer", "maintained-by", "author"),
}


def derived_triggers(description: str, body: str) -> tuple[Trigger, ...]:
    """Keywords and paths that the running text names."""
    return (*described_triggers(description), *bodily_triggers(body))


def derived_metadata(unknown: Iterable[tuple[str, Any]], body: str) -> Metadata:
    """State from a `metadata` map, as skills have one, else from the body's last lines."""
    written = dict(unknown).get("metadata")
    stated = written if isinstance(written, dict) else {}
    in_body = bodily_metadata(body)
    found: dict[str, Any] = {one.name: getattr(in_body, one.name) for one in fields(Metadata)}
    for name, keys in _MAP_KEYS.items():
        given = next((stated[key] for key in keys if key in stated), None)
        if given is not None and not isinstance(given, list | dict):
            found[name] = as_text(given)
    return Metadata(**found)
