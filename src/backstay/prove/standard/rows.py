"""Rows of the standard: what each asks in short, and what holds it besides rules."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

KINDS = ("built", "code", "test", "probe", "page", "outside", "open")


@dataclass(frozen=True, slots=True)
class Holder:
    """One thing that holds a row: its kind, and a path, a module, a name or a reason."""

    kind: str
    what: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its id, `R-055`, its category, what it asks in short, its holders."""

    id: str
    category: str
    title: str
    holders: tuple[Holder, ...]


class RowError(ValueError):
    """A line of the data is not a row; the message says which."""


@cache
def rows() -> tuple[Row, ...]:
    """All rows, in the order of their ids."""
    text = files("backstay.prove.standard").joinpath("rows.txt").read_text("utf-8")
    lines = (line for line in text.split("\n") if line and not line.startswith("#"))
    return tuple(read(line) for line in lines)


def read(line: str) -> Row:
    """One line of the data; RowError when it is no row."""
    parts = [part.strip() for part in line.split("|")]
    if len(parts) != 4:  # noqa: PLR2004 id, category, title, holders
        raise RowError(f"four parts are wanted, between three bars: {line[:60]}")
    name, category, title, held = parts
    holders = []
    for one in held.split(";"):
        kind, _, what = one.strip().partition(" ")
        if not kind:
            continue
        if kind not in KINDS or not what:
            raise RowError(f"{name}: `{one.strip()}` is no holder; kinds are {', '.join(KINDS)}")
        holders.append(Holder(kind, what))
    return Row(name, category, title, tuple(holders))
