"""Reading answers: a row's JSON as Python values, so that expressions can be worked out on it."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from backstay.blueprint.contract import Resource
from backstay.blueprint.model import Field

_READ: dict[str, Callable[[Any], Any]] = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "decimal": Decimal,
    "uuid": UUID,
    "ref": UUID,
}


def value_of(field: Field, value: Any) -> Any:
    """A field's JSON as a Python value."""
    read = _READ.get(field.kind)
    return value if value is None or read is None else read(value)


def values_of(resource: Resource, data: Mapping[str, Any]) -> dict[str, Any]:
    """A row's stored fields by their names in the contract; what was not answered is left out."""
    return {
        field.name: value_of(field, data[field.wire])
        for field in resource.fields
        if field.computed is None and field.wire in data
    }


def stored_values(resource: Resource, columns: Mapping[str, Any]) -> dict[str, Any]:
    """A row's values by their names in the contract, from its columns on either database."""
    found = {}
    for field in resource.fields:
        if field.computed is None:
            value = columns[field.wire]
            found[field.name] = None if value is None else _from_column(field, value)
    return found


def _from_column(field: Field, value: Any) -> Any:
    if field.kind in ("ref", "uuid"):
        return UUID(str(value))
    if field.kind == "decimal":  # SQLite has scaled whole numbers
        return Decimal(value).scaleb(-(field.places or 0)) if isinstance(value, int) else value
    if field.kind in ("date", "datetime") and isinstance(value, str):
        return _READ[field.kind](value)
    return bool(value) if field.kind == "bool" else value
