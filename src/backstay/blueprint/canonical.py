"""A blueprint as canonical JSON, the way back, and the digest that tells two apart.

What is the same contract gives the same digest, however it was written: places are left out.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from hashlib import sha256
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from backstay.blueprint.contract import Blueprint
from backstay.blueprint.model import Expression

LANGUAGE = 1
PLACES = ("at", "keys")  # where things stand in the contract, not what they are
T = TypeVar("T")


def to_json(blueprint: Blueprint, *, places: bool = True) -> str:
    """The blueprint as JSON text: keys sorted, no spaces, numbers with places as strings.

    Args:
        blueprint: what to write.
        places: whether lines and columns of the contract are kept.
    """
    whole = {"language": LANGUAGE, "blueprint": _plain(blueprint, places=places)}
    return json.dumps(whole, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest(blueprint: Blueprint) -> str:
    """The SHA-256 of the canonical JSON without places, as 64 hexadecimal digits."""
    return sha256(to_json(blueprint, places=False).encode()).hexdigest()


def from_json(text: str) -> Blueprint:
    """The blueprint that `to_json` wrote.

    Raises:
        ValueError: the text is not such JSON, has no places, or is of another language version.
    """
    whole = json.loads(text)
    if not isinstance(whole, dict) or whole.get("language") != LANGUAGE:
        raise ValueError(f"not a blueprint of language {LANGUAGE}: build it from its contract")
    try:
        return _made(Blueprint, whole["blueprint"])
    except (KeyError, TypeError, ArithmeticError) as bad:
        raise ValueError(f"not a whole blueprint: {bad!r}; build it from its contract") from bad


def _plain(value: Any, *, places: bool) -> Any:
    """Dataclasses as objects, expressions as lists, decimals as their shortest text."""
    if isinstance(value, Expression):
        return [value.op, *(_plain(part, places=places) for part in value.parts)]
    if is_dataclass(value):
        kept = [field.name for field in fields(value) if places or field.name not in PLACES]
        return {name: _plain(getattr(value, name), places=places) for name in kept}
    if isinstance(value, tuple):
        return [_plain(part, places=places) for part in value]
    if isinstance(value, Mapping):
        return {key: _plain(part, places=places) for key, part in value.items()}
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value


def _made(kind: type[T], data: Any) -> T:
    """A dataclass from the object that was made of it."""
    hints = get_type_hints(kind)
    return kind(**{name: _value(hints[name], part) for name, part in data.items()})


def _value(hint: Any, data: Any) -> Any:
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return None if data is None else _value(next(i for i in inner if i is not type(None)), data)
    if hint is Expression:
        return _expression(data)
    if origin is tuple:
        each = [inner[0]] * len(data) if inner[-1] is Ellipsis else inner
        return tuple(_value(part, item) for part, item in zip(each, data, strict=True))
    if origin is not None and issubclass(origin, Mapping):
        return {key: _value(inner[1], item) for key, item in data.items()}
    if hint is Decimal:
        return Decimal(data)
    return _made(cast("type[Any]", hint), data) if is_dataclass(hint) else data


def _expression(data: Any) -> Expression:
    op, *parts = data
    if op == "number":
        return Expression(op, (Decimal(parts[0]),))
    made = (_expression(part) if isinstance(part, list) else part for part in parts)
    return Expression(op, tuple(made))
