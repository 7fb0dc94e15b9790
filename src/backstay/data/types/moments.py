"""Moments and days."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect
from sqlalchemy.types import Date, TypeDecorator, TypeEngine

from backstay.data.types.sqlite_text import SqliteText


def _moment_text(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(sep=" ", timespec="microseconds")


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment: timestamptz on PostgreSQL, fixed-width UTC text on SQLite."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The type of one database."""
        if dialect.name == "sqlite":
            return SqliteText(_moment_text, datetime.fromisoformat)
        return DateTime(timezone=True)


class Day(TypeDecorator[date]):
    """A calendar day: date on PostgreSQL, ISO text on SQLite."""

    impl = Date
    cache_ok = True

    @property
    def python_type(self) -> type[date]:
        """What rows hold; cursors turn their text back into it."""
        return date

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The type of one database."""
        if dialect.name == "sqlite":
            return SqliteText(date.isoformat, date.fromisoformat)
        return Date()
