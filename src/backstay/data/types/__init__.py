"""Column types that behave alike on PostgreSQL and SQLite."""

from backstay.data.types.json import Json
from backstay.data.types.moments import Day, UtcDateTime
from backstay.data.types.money import Money
from backstay.data.types.words import Choice, Text

__all__ = ["Choice", "Day", "Json", "Money", "Text", "UtcDateTime"]
