"""Sorts the fields of a header into what is understood and what is only kept."""

from collections.abc import Iterable
from typing import Any

from backstay.agent.definitions.fields import (
    FIELD_OF,
    KEYS,
    SCALARS,
    read_boundaries,
    read_writes,
)
from backstay.agent.definitions.handoffs import read_handoffs
from backstay.agent.definitions.header import Field
from backstay.agent.definitions.lists import as_list
from backstay.agent.definitions.model import Repair, Writes
from backstay.agent.definitions.triggers import read_globs, read_triggers


class Reading:
    """What a header's fields came to: `values` by field, the rest in `unknown`, as written.

    Lists under several keys (`tools` and `allowed-tools`) are joined. Of several keys for one text
    the usual one stands, and the others are kept.
    """

    def __init__(self, fields: Iterable[Field]) -> None:
        self.values: dict[str, Any] = {}
        self.unknown: list[tuple[str, Any]] = []
        self.repairs: list[Repair] = []
        listed = tuple(fields)
        keys = {field.key for field in listed if field.value is not None}
        for field in listed:
            name = FIELD_OF.get(field.key, "")
            if not name:
                self.unknown.append((field.key, field.value))
            elif field.value is None:
                continue  # `globs:` with nothing after it is how hosts write an empty field
            elif name in SCALARS and KEYS[name][0] in keys and field.key != KEYS[name][0]:
                self._keep(field, f"`{KEYS[name][0]}` stands; `{field.key}` is kept unread")
            else:
                self._read(name, field)

    def _read(self, name: str, field: Field) -> None:
        """One field at its type; kept as it is, with a repair, when it has another."""
        if name in SCALARS:
            self._read_scalar(name, field)
            return
        value = self._structured(name, field)
        if value is None:
            self._keep(field, f"`{field.key}` has an unexpected value; it is kept unread")
        elif isinstance(value, tuple):
            self.values[name] = self.values.get(name, ()) + value
        elif value in ({}, Writes()):
            return  # it holds nothing that is known, and its parts are kept already
        elif name in self.values:
            self._keep(field, f"`{name}` is given twice; `{field.key}` is kept unread")
        else:
            self.values[name] = value

    def _read_scalar(self, name: str, field: Field) -> None:
        value = SCALARS[name](field.value)
        if value is None or name in self.values:
            self._keep(field, f"`{field.key}` has an unexpected value; it is kept unread")
            return
        self.values[name] = value
        if isinstance(value, str) and isinstance(field.value, list | dict):
            message = f"`{field.key}` is no text; read as text"
            self.repairs.append(Repair("unread-field", message, field.line))

    def _structured(self, name: str, field: Field) -> Any:
        """A list, a set of tiers or of paths; None when the value is none of these."""
        if name in ("tools", "denied_tools"):
            return as_list(field.value)
        if name == "globs":
            return read_globs(field.value)
        if name == "handoffs":
            read = read_handoffs(field.value, field.line)
            self.repairs += read[1] if read else ()
            return read[0] if read else None
        reader = {
            "triggers": read_triggers,
            "boundaries": read_boundaries,
            "writes": read_writes,
        }[name]
        parts: tuple[Any, dict[str, Any]] | None = reader(field.value)
        if parts is None:
            return None
        value, rest = parts
        for key, part in rest.items():
            inner = Field(f"{field.key}.{key}", part, field.line)
            self._keep(inner, f"`{key}` of `{field.key}` is not known; it is kept unread")
        return value

    def _keep(self, field: Field, message: str) -> None:
        self.unknown.append((field.key, field.value))
        self.repairs.append(Repair("unread-field", message, field.line))
