"""Queries: what lists are asked in turn: plain, each filter, each order, each reference added."""

from typing import Any

from backstay.blueprint.contract import Resource
from backstay.prove.seeding.stock import Stored
from backstay.prove.world.values import wire

STAMPS = ("created_at", "updated_at")
SEARCHED = "amber"


def queries_of(resource: Resource, row: Stored) -> list[dict[str, str]]:
    """Query parameters, one set after another; values are those of a stored row.

    Searching is left out where nothing can be searched. Cursor lists begin at their start.
    """
    listing = resource.listing
    found: list[dict[str, str]] = [{}]
    found += [
        filter_of(resource, name, row) for name in listing.filter if _has(resource, name, row)
    ]
    names = [name.removeprefix("-") for name in listing.sort]
    found += [{"sort": sign + name} for name in names for sign in ("", "-")]
    found += [{"expand": name} for name in listing.expand]
    if any(field.search for field in resource.fields):
        found.append({"search": SEARCHED})
    if listing.page.mode == "numbered":
        found.append({"page": "2"})
    return found


def filter_of(resource: Resource, name: str, row: Stored) -> dict[str, str]:
    """One filter, with the value that a stored row has."""
    kind = "datetime" if name in STAMPS else resource.field(name).kind
    column = name if name in STAMPS else resource.field(name).wire
    asked = f"{column}_from" if kind == "datetime" else column
    return {asked: _text(row[column])}


def _has(resource: Resource, name: str, row: Stored) -> bool:
    column = name if name in STAMPS else resource.field(name).wire
    return row.get(column) is not None


def _text(value: Any) -> str:
    sent = wire(value)
    return str(sent).lower() if isinstance(sent, bool) else str(sent)
