"""Queries: what lists are asked in turn: plain, each filter, each order, each reference added."""

from collections.abc import Iterable
from typing import Any

from backstay.blueprint.contract import Resource
from backstay.prove.seeding.stock import Stored
from backstay.prove.world.values import wire

STAMPS = ("created_at", "updated_at")
SEARCHED = "amber"


def queries_of(resource: Resource, rows: Iterable[Stored]) -> list[dict[str, str]]:
    """Query parameters, one set after another; values are those of stored rows.

    Searching is left out where nothing can be searched. Cursor lists begin at their start.
    """
    listing, known = resource.listing, list(rows)
    found: list[dict[str, str]] = [{}]
    filters = (filter_of(resource, name, known) for name in listing.filter)
    found += [one for one in filters if one]
    names = [name.removeprefix("-") for name in listing.sort]
    found += [{"sort": sign + name} for name in names for sign in ("", "-")]
    found += [{"expand": name} for name in listing.expand]
    if any(field.search for field in resource.fields):
        found.append({"search": SEARCHED})
    if listing.page.mode == "numbered":
        found.append({"page": "2"})
    return found


def filter_of(resource: Resource, name: str, rows: Iterable[Stored]) -> dict[str, str]:
    """One filter, with the value of the first row that has one; empty where none has."""
    kind = "datetime" if name in STAMPS else resource.field(name).kind
    column = name if name in STAMPS else resource.field(name).wire
    asked = f"{column}_from" if kind == "datetime" else column
    values = (row.get(column) for row in rows)
    value = next((one for one in values if one is not None), None)
    return {} if value is None else {asked: _text(value)}


def _text(value: Any) -> str:
    sent = wire(value)
    return str(sent).lower() if isinstance(sent, bool) else str(sent)
