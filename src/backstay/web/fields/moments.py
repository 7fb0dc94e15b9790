"""Moments and days on the wire: RFC 3339 with an offset, and plain calendar days."""

import re
from datetime import UTC, date, datetime
from typing import Annotated, Any

from pydantic.json_schema import JsonSchemaValue

from backstay.web.fields.wire import WireType, refuse

_MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?([Zz]|[+-]\d\d:\d\d)", re.ASCII
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_PLACES = 6


class _Moment(WireType):
    def read(self, value: Any) -> datetime:
        """In UTC; finer than microseconds is cut."""
        if isinstance(value, datetime) and value.tzinfo is not None:
            return value
        found = _MOMENT.fullmatch(value) if isinstance(value, str) else None
        if not found:
            hint = "A moment with an offset is needed, like 2026-11-20T08:00:00Z."
            raise refuse("moment_invalid", hint)
        day, clock, fraction, offset = found.groups("0")
        zone = "+00:00" if offset in "Zz" else offset
        text = f"{day}T{clock}.{fraction[:_PLACES].ljust(_PLACES, '0')}{zone}"
        try:
            return datetime.fromisoformat(text).astimezone(UTC)
        except (ValueError, OverflowError):
            raise refuse("out_of_range", "There is no such moment.") from None

    def shown(self) -> JsonSchemaValue:
        return {"type": "string", "format": "date-time"}


class _Day(WireType):
    def read(self, value: Any) -> date:
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        if not isinstance(value, str) or not _DAY.fullmatch(value):
            raise refuse("day_invalid", "A day is needed, like 2026-11-20.")
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise refuse("out_of_range", "There is no such day.") from None

    def shown(self) -> JsonSchemaValue:
        return {"type": "string", "format": "date"}


Moment = Annotated[datetime, _Moment()]
"""An aware moment, in UTC once read."""

Day = Annotated[date, _Day()]
"""A calendar day."""
