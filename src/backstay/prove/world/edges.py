"""Edges: values just inside and just outside of what a field takes, as JSON carries them."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from json import dumps
from secrets import choice
from typing import Any
from uuid import uuid4

from backstay.blueprint.bounds import bounds
from backstay.blueprint.contract import Blueprint
from backstay.blueprint.kinds import greatest
from backstay.blueprint.model import Field
from backstay.prove.world.values import LETTERS

ROOM = 512
"""Bytes for the other fields of a body."""


@dataclass(frozen=True, slots=True)
class Edges:
    """What a field must take, and what it must refuse."""

    good: tuple[Any, ...]
    bad: tuple[Any, ...]


def edges(field: Field, blueprint: Blueprint) -> Edges:
    """The edges of one field, null among them; only values that a body has room for."""
    found = _EDGES[field.kind](field, blueprint)
    most = blueprint.limits.body - ROOM
    good, bad = (
        tuple(value for value in values if len(dumps(value)) < most)
        for values in (found.good, found.bad)
    )
    return Edges((*good, None), bad) if field.optional else Edges(good, (*bad, None))


def letters(length: int) -> str:
    """A text of that length, another one each time."""
    return "".join(choice(LETTERS) for _ in range(length))


def _text(field: Field, _: Blueprint) -> Edges:
    low, high = bounds(field)
    good = [letters(low), letters(high), letters(high - 1) + "é"]
    bad: list[Any] = [letters(high + 1), 5, "\0".ljust(max(low, 1), "x")]
    if low:
        bad += [letters(low - 1), letters(low - 1) + "  "]
    return Edges(tuple(good), tuple(bad))


def _email(field: Field, _: Blueprint) -> Edges:
    high = bounds(field)[1]
    end = "@example.org"
    good = (f"{letters(8)}{end}", letters(high - len(end)) + end)
    return Edges(good, (letters(high + 1 - len(end)) + end, "nobody", "a@", "a b@c.d", ""))


def _url(field: Field, _: Blueprint) -> Edges:
    high = bounds(field)[1]
    start = "https://example.org/"
    good = (start + letters(8), start + letters(high - len(start)))
    bad = (start + letters(high + 1 - len(start)), "ftp://example.org/", "/one", "example.org", "")
    return Edges(good, bad)


def _whole(field: Field, _: Blueprint) -> Edges:
    low, high = bounds(field)
    return Edges((low, high), (low - 1, high + 1, low + 0.5, str(low), True))


def _decimal(field: Field, _: Blueprint) -> Edges:
    places = field.places or 0
    unit = Decimal(1).scaleb(-places)
    most = greatest(field.digits or 0, places)
    low = -most if field.low is None else field.low
    high = most if field.high is None else field.high
    finer = f"{low + unit / 10:.{places + 1}f}"
    good = (f"{low:.{places}f}", f"{high:.{places}f}")
    return Edges(good, (f"{low - unit:.{places}f}", f"{high + unit:.{places}f}", finer, 1, "one"))


def _words(field: Field, blueprint: Blueprint) -> Edges:
    values = field.values or blueprint.roles
    return Edges((values[0],), ("no_such_word", values[0].swapcase(), "", 1))


def _json(_: Field, __: Blueprint) -> Edges:
    deep: Any = 1
    for _level in range(17):
        deep = [deep]
    return Edges(({"a": [1, "b", None]}, [], 0), ("x" * 16 * 1024, deep))


_EDGES: dict[str, Callable[[Field, Blueprint], Edges]] = {
    "text": _text,
    "email": _email,
    "url": _url,
    "int": _whole,
    "seconds": _whole,
    "decimal": _decimal,
    "enum": _words,
    "role": _words,
    "json": _json,
    "bool": lambda _, __: Edges((True, False), ("true", 1, "yes")),
    "date": lambda _, __: Edges(
        ("2024-02-29",), ("2023-02-29", "2024-2-1", "2024-02-29T00:00:00Z", 0)
    ),
    "datetime": lambda _, __: Edges(
        ("2024-02-29T12:00:00+02:00", "2024-02-29T12:00:00.123456Z"),
        ("2024-02-29T12:00:00", "2024-02-29", "2024-02-30T12:00:00Z", 0),
    ),
    "uuid": lambda _, __: Edges((str(uuid4()),), ("no-uuid", 1)),
    "ref": lambda _, __: Edges((), ("no-uuid", 1)),
}
