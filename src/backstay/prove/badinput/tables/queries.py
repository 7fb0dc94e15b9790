"""Query strings that no operation takes."""

from collections.abc import Iterable
from urllib.parse import quote, unquote

from backstay.prove.badinput.case import Attack, Due
from backstay.prove.badinput.examples import is_text
from backstay.prove.badinput.operation import Operation, Schema
from backstay.prove.badinput.probe import Attacks, Probe
from backstay.prove.badinput.scene import Scene

_INJECTIONS = ("' OR 1=1--", "1; DROP TABLE users", "a' UNION SELECT null--", "\\'; --", "%27")
_HUGE = "9" * 30


def _read(scene: Scene, operation: Operation, query: str) -> Attack:
    return scene.sent(operation, b"", (), query)


def _each(name: str, *values: str) -> Attacks:
    """One attack per value of a parameter, where the operation has that parameter."""

    def attacks(scene: Scene, operation: Operation) -> Iterable[Attack]:
        if name in operation.query:
            for value in values:
                yield _read(scene, operation, f"{name}={value}")

    return attacks


def _outside(name: str, *values: str) -> Attacks:
    """As `_each`, and one more than the greatest, where the document says what that is."""

    def attacks(scene: Scene, operation: Operation) -> Iterable[Attack]:
        if name in operation.query:
            most = operation.query[name].get("maximum")
            beyond = () if most is None else (str(int(most) + 1),)
            yield from _each(name, *beyond, *values)(scene, operation)

    return attacks


def _kinds(kind: str, *values: str) -> Attacks:
    """One attack per value for every parameter of a format or type."""

    def attacks(scene: Scene, operation: Operation) -> Iterable[Attack]:
        for name, schema in operation.query.items():
            said = scene.document.resolved(schema)
            if kind in {said.get("format"), "enum" if "enum" in said else None}:
                yield from (_read(scene, operation, f"{name}={value}") for value in values)

    return attacks


def _texts(*values: str) -> Attacks:
    def attacks(scene: Scene, operation: Operation) -> Iterable[Attack]:
        for name, schema in operation.query.items():
            said = scene.document.resolved(schema)
            if is_text(said) and name != "cursor":
                fitting = [one for one in values if _fits(unquote(one), said)]
                yield from (_read(scene, operation, f"{name}={value}") for value in fitting)

    return attacks


def _fits(value: str, schema: Schema) -> bool:
    least, most = schema.get("minLength", 0), schema.get("maxLength", len(value))
    return "\0" in value or bool(least <= len(value) <= most)


def _unknown(*names: str) -> Attacks:
    """A parameter that is not there, on operations that need no body to get that far."""

    def attacks(scene: Scene, operation: Operation) -> Iterable[Attack]:
        if operation.reads:
            for name in names:
                if name.partition("=")[0] not in operation.query:
                    yield _read(scene, operation, name)

    return attacks


_range = Due(422, "out_of_range")
_unknown_field = Due(422, "unknown_field")

QUERIES = (
    Probe(2, "NUL in a parameter", Due(422, "invalid_character"), _texts("a%00b", "%00")),
    Probe(37, "limit out of range", _range,
          _outside("limit", "-1", "0", "1000000000", "9" * 20)),
    Probe(37, "limit that is no number", Due(422, "wrong_type"),
          _each("limit", "abc", "1.5", "", "1e2", "0x10", "%D9%A3", _HUGE)),
    Probe(38, "page out of range", _range, _outside("page", "0", "-5", "9" * 20)),
    Probe(38, "an offset", _unknown_field, _unknown("offset=100000000000", "skip=1")),
    Probe(39, "forged cursor", Due(400, "cursor_invalid"),
          _each("cursor", "x", "AAAA", "A" * 200, "%2e%2e", "eyJhIjoxfQ", "a%20b")),
    Probe(40, "unknown or secret column in sort", _unknown_field,
          _each("sort", "password_hash", "-row_version", "title;drop", "nothing",
                "created_at,created_at", quote("created_at desc"), "--created_at")),
    Probe(40, "unknown parameter", _unknown_field,
          _unknown("password_hash=x", "row_version=1", "nothing=1", "__proto__=1")),
    Probe(40, "unknown reference in expand", _unknown_field,
          _each("expand", "nothing", "password_hash", "__class__", "owner.password")),
    Probe(41, "SQL in an id", Due(422, "id_invalid"), _kinds("uuid", *map(quote, _INJECTIONS))),
    Probe(41, "SQL in a choice", Due(422, "not_allowed"), _kinds("enum", *map(quote, _INJECTIONS))),
    Probe(41, "SQL in a moment", Due(422, "moment_invalid"),
          _kinds("date-time", *map(quote, _INJECTIONS))),
    Probe(41, "SQL in sort", _unknown_field, _each("sort", *map(quote, _INJECTIONS))),
    Probe(41, "SQL in a search", Due(200), _texts(*map(quote, _INJECTIONS))),
    Probe(42, "wildcards in a search", Due(200),
          _texts("%25" * 50, "_" * 50, "%5C%25_", "*" * 50)),
    Probe(43, "input that explodes regular expressions", Due(200), _texts("a" * 99 + "!")),
    Probe(74, "debug switches", _unknown_field, _unknown("debug=1", "trace=1", "_method=PUT")),
    Probe(11, "parameter twice", Due(422, "duplicate_key"),
          _each("limit", "1&limit=2")),
)  # fmt: skip
"""What lists and items refuse in a query, and what they must take calmly."""
