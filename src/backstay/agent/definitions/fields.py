"""Reads each header field at the type that it should have, under any of its names."""

from collections.abc import Callable, Mapping
from typing import Any

from backstay.agent.definitions.lists import as_list, as_text, split_list
from backstay.agent.definitions.model import Writes

# what a field is called in a definition, and the header keys that mean it, the usual one first
KEYS: Mapping[str, tuple[str, ...]] = {
    "name": ("name",),
    "description": ("description",),
    "model": ("model",),
    "tools": ("tools", "allowed-tools", "allowed_tools", "allowedTools"),
    "denied_tools": ("disallowedTools", "disallowed-tools"),
    "triggers": ("triggers", "activation"),
    "globs": ("file_triggers", "file-triggers", "globs", "paths"),
    "handoffs": ("handoffs", "handoff"),
    "boundaries": ("boundaries", "policy"),
    "writes": ("writes", "write-paths"),
    "version": ("version",),
    "updated": ("last-updated", "last_updated", "updated"),
    "maintainer": ("maintainer", "maintained-by", "maintained_by"),
    "changelog": ("changelog",),
}
FIELD_OF: Mapping[str, str] = {key: field for field, keys in KEYS.items() for key in keys}

_TIERS = {"always": "always", "never": "never", "ask_first": "ask_first", "ask": "ask_first"}


def read_text(value: Any) -> str:
    """A scalar as text; a list or a map as people would say it."""
    if isinstance(value, dict):
        return ", ".join(f"{key}: {read_text(one)}" for key, one in value.items())
    return ", ".join(map(read_text, value)) if isinstance(value, list) else as_text(value)


def read_model(value: Any) -> tuple[str, ...] | None:
    """One model or several in order of preference (C-44)."""
    if isinstance(value, list):
        return as_list(value)
    return None if isinstance(value, dict) else (as_text(value),)


def read_phrases(value: Any) -> tuple[str, ...] | None:
    """Items that are sentences: a list, or one line with commas."""
    return split_list(f"{value},") if isinstance(value, str) else as_list(value)


def read_boundaries(value: Any) -> tuple[dict[str, tuple[str, ...]], dict[str, Any]] | None:
    """The tiers that a map gives, and its parts that are not known; None for anything else."""
    if not isinstance(value, dict):
        return None
    tiers: dict[str, tuple[str, ...]] = {}
    rest: dict[str, Any] = {}
    for key, listed in value.items():
        tier = _TIERS.get(str(key).lower().replace(" ", "_").replace("-", "_"))
        items = read_phrases(listed)
        if tier is None or items is None or tier in tiers:
            rest[str(key)] = listed
        else:
            tiers[tier] = items
    return tiers, rest


def read_writes(value: Any) -> tuple[Writes, dict[str, Any]] | None:
    """`{allow, deny}`, or a plain list of what is allowed; None for anything else."""
    if not isinstance(value, dict):
        items = as_list(value)
        return None if items is None else (Writes(allow=items), {})
    parts: dict[str, tuple[str, ...]] = {}
    rest: dict[str, Any] = {}
    for key, listed in value.items():
        items = as_list(listed)
        if key in ("allow", "deny") and items is not None:
            parts[str(key)] = items
        else:
            rest[str(key)] = listed
    return Writes(**parts), rest


SCALARS: Mapping[str, Callable[[Any], Any]] = {
    "name": read_text,
    "description": read_text,
    "model": read_model,
    "version": read_text,
    "updated": read_text,
    "maintainer": read_text,
    "changelog": read_phrases,
}
