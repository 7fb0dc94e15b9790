"""Sample values as Python: what JSON would carry, and what a row would hold."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID


def json_text(value: Any) -> str:
    """A value as the Python text of its JSON."""
    if isinstance(value, datetime):
        return f'"{value.isoformat().replace("+00:00", "Z")}"'
    if isinstance(value, date | Decimal | UUID):
        return f'"{value}"'
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return repr(value)


def row_text(value: Any, enum: str = "") -> str:
    """A value as a row holds it; `enum` is the class of an enum's members."""
    if enum and value is not None:
        return f"{enum}.{value.upper()}"
    if isinstance(value, datetime):
        parts = ", ".join(str(part) for part in value.timetuple()[: 6 if value.second else 5])
        return f"datetime({parts}, tzinfo=UTC)"
    if isinstance(value, date):
        return f"date({value.year}, {value.month}, {value.day})"
    if isinstance(value, Decimal):
        return f'Decimal("{value}")'
    if isinstance(value, UUID):
        return f'UUID("{value}")'
    return json_text(value)
