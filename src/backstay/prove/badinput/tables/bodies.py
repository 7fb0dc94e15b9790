"""Bodies that are no good JSON text, or too much of it."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from backstay.prove.badinput.case import Attack, Due
from backstay.prove.badinput.operation import Operation
from backstay.prove.badinput.probe import Attacks, Probe
from backstay.prove.badinput.scene import Scene

LEVELS = 64
ITEMS = 10_000
_BOM = b"\xef\xbb\xbf"


def each(*make: Callable[[bytes], bytes]) -> Attacks:
    """One attack for each way to spoil a good body, but for what is larger than the limit."""

    def attacks(scene: Scene, operation: Operation) -> Iterable[Attack]:
        if operation.body is not None:
            good = json.dumps(scene.good(operation)).encode()
            spoiled = (spoil(good) for spoil in make)
            yield from (scene.sent(operation, one) for one in spoiled if len(one) <= scene.limit)

    return attacks


def _over(scene: Scene, operation: Operation) -> Iterable[Attack]:
    """Larger than the limit: a long string, and a million elements."""
    if operation.body is not None:
        yield scene.sent(operation, b'{"a":"%s"}' % (b"x" * scene.limit))
        yield scene.sent(operation, b"[%s0]" % (b"0," * scene.limit))


def _with(member: str) -> Callable[[bytes], bytes]:
    """The good body with one more member, written as it is."""

    def spoil(good: bytes) -> bytes:
        comma = b"" if good == b"{}" else b", "
        return good[:-1] + comma + member.encode() + b"}"

    return spoil


def _twice(good: bytes) -> bytes:
    members = json.loads(good)
    name, value = next(iter(members.items()), ("a", 1))
    return _with(f"{json.dumps(name)}: {json.dumps(value)}")(good if members else b'{"a": 1}')


def _encoded(charset: str) -> Callable[[bytes], bytes]:
    return lambda good: good.decode().encode(charset)


def _nested(levels: int, opening: bytes, closing: bytes) -> Callable[[bytes], bytes]:
    return lambda _: b'{"a":' + opening * levels + b"1" + closing * levels + b"}"


def _is(body: bytes) -> Callable[[bytes], bytes]:
    return lambda _: body


def _number(text: str) -> Callable[[bytes], bytes]:
    return _with(f'"a_number": {text}')


_invalid = Due(400, "json_invalid")
_deep = Due(400, "json_too_deep")
_not_finite = Due(422, "not_finite")
_TRUNCATED: Any = [
    lambda good: good[:-1],
    _is(b"{"),
    _is(b'{"a'),
    _is(b'{"a": "\\u00'),
    _is(b"nul"),
]

BODIES = (
    Probe(4, "invalid UTF-8", _invalid,
          each(lambda good: good[:-1] + b'\xff"}', _is(b'{"a": "\xc3\x28"}'))),
    Probe(5, "UTF-16 and UTF-32", Due(415, "charset_unsupported"),
          each(*map(_encoded, ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le")))),
    Probe(6, "byte order mark", _invalid, each(lambda good: _BOM + good)),
    Probe(9, "number of 5,000 digits", Due(422, "out_of_range"), each(_number("9" * 5000))),
    Probe(10, "number that is not finite", _not_finite,
          each(*map(_number, ("NaN", "Infinity", "-Infinity", "1e999", "-1e999")))),
    Probe(11, "duplicate key", Due(422, "duplicate_key"),
          each(_twice, _with('"a": {"b": 1, "b": 2}'))),
    Probe(14, "nested too deep", _deep,
          each(_nested(LEVELS, b"[", b"]"), _nested(20_000, b'{"a":', b"}"),
               _nested(50_000, b"[", b"]"))),
    Probe(15, "too many items", Due(422, "too_many_items"),
          each(_is(b"[" + b"0," * (2 * ITEMS) + b"0]"),
               _with('"a": [' + "0," * (ITEMS + 1) + "0]"))),
    Probe(16, "empty body", Due(422, "body_required"), each(_is(b""))),
    Probe(16, "truncated body", _invalid, each(*_TRUNCATED)),
    Probe(16, "not an object", Due(422, "wrong_type"),
          each(*map(_is, (b"[]", b'"text"', b"1", b"true")))),
    Probe(19, "larger than the limit", Due(413, "body_too_large"), _over),
)  # fmt: skip
"""What read_json and the guard refuse before a schema is asked."""
