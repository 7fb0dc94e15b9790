"""Strict JSON: what Python's own parser lets through is refused, by name."""

import json
import re
from typing import Any, NoReturn

from backstay.errors import (
    BodyRequired,
    Detail,
    JsonInvalid,
    JsonTooDeep,
    Unprocessable,
    UnsupportedMediaType,
)
from backstay.web.exchange import Exchange

MOST_LEVELS = 64
MOST_DIGITS = 400
MOST_ITEMS = 10_000
_TYPES = {
    b"application/json",
    b"application/json; charset=utf-8",
    b"application/json;charset=utf-8",
}


def check_media(exchange: Exchange) -> None:
    """Refuse bodies that are not plain JSON in UTF-8. Raises: UnsupportedMediaType."""
    kind = exchange.content_type
    if kind not in _TYPES and (kind is None or kind.lower().strip() not in _TYPES):
        raise UnsupportedMediaType(code=_media_code(kind))
    if exchange.content_encoding not in {None, b"identity"}:
        raise UnsupportedMediaType(code="encoding_unsupported")


def read_json(body: bytes) -> Any:
    """The value of a body.

    Raises: BodyRequired when it is empty; JsonInvalid, JsonTooDeep (400) when it cannot be parsed;
    UnsupportedMediaType for UTF-16 and UTF-32; Unprocessable (422) for duplicate keys, numbers that
    are not finite or endless, and too many items.
    """
    if not body:
        raise BodyRequired
    if body.count(b"{") + body.count(b"[") > MOST_LEVELS:
        _check_depth(body)
    if body.count(b",") > MOST_ITEMS:
        _refuse("too_many_items", f"At most {MOST_ITEMS} items.")
    try:
        return _decode(body.decode())
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        if json.detect_encoding(body).startswith(("utf-16", "utf-32")):
            raise UnsupportedMediaType(code="charset_unsupported") from None
        raise JsonInvalid from None


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        _refuse("duplicate_key", "Each key may stand once.")
    return found


def _integer(text: str) -> int:
    if len(text) > MOST_DIGITS:
        _refuse("out_of_range", "This number has too many digits.")
    return int(text)


def _fraction(text: str) -> float:
    number = float(text)
    if number in {float("inf"), float("-inf")}:
        _refuse("not_finite", "Numbers must be finite.")
    return number


def _constant(name: str) -> NoReturn:
    del name
    _refuse("not_finite", "Numbers must be finite.")


_decode = json.JSONDecoder(
    object_pairs_hook=_pairs, parse_int=_integer, parse_float=_fraction, parse_constant=_constant
).decode


def _check_depth(body: bytes) -> None:
    """Count levels outside strings; the parser itself would recurse."""
    level = 0
    for bracket in re.finditer(rb'"(?:[^"\\]|\\.)*"|[{}\[\]]', body, re.DOTALL):
        sign = bracket[0]
        if sign in b"{[":
            level += 1
            if level > MOST_LEVELS:
                raise JsonTooDeep
        elif sign in b"}]":
            level -= 1


def _media_code(kind: bytes | None) -> str:
    plain = (kind or b"").partition(b";")[0].strip().lower()
    return "charset_unsupported" if plain == b"application/json" else "unsupported_media_type"


def _refuse(code: str, message: str) -> NoReturn:
    raise Unprocessable(code=code, details=[Detail("", code, message)])
