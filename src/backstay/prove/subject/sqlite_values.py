"""Values as the runtime keeps them in SQLite, which has fewer types than a contract."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID


def stored(value: Any, places: int) -> Any:
    """A value as the runtime keeps it in SQLite."""
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(sep=" ", timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value.scaleb(places))
    if isinstance(value, dict | list):
        return json.dumps(value)
    return value
