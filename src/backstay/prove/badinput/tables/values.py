"""Bodies of good JSON with values that no column takes, and keys that nobody may set."""

import json
from collections.abc import Iterable
from typing import Any

from backstay.prove.badinput.case import Attack, Due
from backstay.prove.badinput.examples import numbers_of, texts_of
from backstay.prove.badinput.operation import Operation
from backstay.prove.badinput.probe import Attacks, Probe
from backstay.prove.badinput.scene import Scene

_FAR = 2**63
SHOWN = ("id", "created_at", "updated_at")


def _texts(*values: str) -> Attacks:
    """Each free text of a body set to each value, as it would be typed into JSON."""

    def attacks(scene: Scene, operation: Operation) -> Iterable[Attack]:
        for name in texts_of(scene.document, operation.body or {}):
            for value in values:
                rest = json.dumps({**scene.good(operation), name: "@"})
                yield scene.sent(operation, rest.replace('"@"', f'"{value}"').encode())

    return attacks


def _beyond(scene: Scene, operation: Operation) -> Iterable[Attack]:
    """Next to both bounds of each whole number, and far out."""
    for name in numbers_of(scene.document, operation.body or {}):
        schema = scene.document.resolved((operation.body or {})["properties"][name])
        bounds = {int(schema.get("minimum", -_FAR)) - 1, int(schema.get("maximum", _FAR)) + 1}
        for value in sorted({*bounds, 2**63, -(2**63) - 1, 10**30}):
            yield _changed(scene, operation, name, value)


def _unknown(*names: str) -> Attacks:
    def attacks(scene: Scene, operation: Operation) -> Iterable[Attack]:
        known = (operation.body or {}).get("properties", {})
        if operation.body is not None:
            for name in names:
                if name not in known:
                    yield _changed(scene, operation, name, value=True)

    return attacks


def _read_only(scene: Scene, operation: Operation) -> Iterable[Attack]:
    """What answers show and bodies do not take: then it is read-only, not unknown."""
    known = (operation.body or {}).get("properties", {})
    if operation.body is None:
        return
    for name in SHOWN:
        if name in operation.shown and name not in known:
            yield _changed(scene, operation, name, "2026-01-02T03:04:05Z")


def _changed(scene: Scene, operation: Operation, name: str, value: Any) -> Attack:
    return scene.sent(operation, json.dumps({**scene.good(operation), name: value}).encode())


VALUES = (
    Probe(1, "NUL in text", Due(422, "invalid_character"), _texts("a\\u0000b", "\\u0000")),
    Probe(3, "half a surrogate pair", Due(422, "invalid_unicode"),
          _texts("\\ud800", "a\\udfffb", "\\ud83d\\ud83d")),
    Probe(2, "other control characters", Due(422, "invalid_character"),
          _texts("a\\u0007b", "a\\u001bb", "a\\u007fb")),
    Probe(7, "beyond the column", Due(422, "out_of_range"), _beyond),
    Probe(8, "a fraction, text or truth for a whole number", Due(422, "wrong_type"),
          lambda scene, operation: [
              _changed(scene, operation, name, value)
              for name in numbers_of(scene.document, operation.body or {})
              for value in (1.5, "1", True, [1])
          ]),
    Probe(12, "unknown field", Due(422, "unknown_field"),
          _unknown("is_admin", "password_hash", "row_version", "__proto__", "deleted_at", "")),
    Probe(13, "read-only field", Due(422, "read_only_field"), _read_only),
)  # fmt: skip
"""What schemas refuse, field by field."""
