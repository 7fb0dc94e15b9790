"""Exact decimals."""

from decimal import Decimal
from typing import Any

from sqlalchemy import Dialect, Integer, Numeric
from sqlalchemy.types import TypeDecorator, TypeEngine

from backstay.data.types.sqlite_text import Process


class Money(TypeDecorator[Decimal]):
    """An exact decimal: numeric on PostgreSQL; a scaled integer on SQLite, which has only REAL."""

    impl = Numeric
    cache_ok = True

    def __init__(self, digits: int, places: int) -> None:
        super().__init__(digits, places)
        self.digits = digits
        self.places = places

    @property
    def python_type(self) -> type[Decimal]:
        """What rows hold; cursors turn their text back into it."""
        return Decimal

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The type of one database."""
        return Integer() if dialect.name == "sqlite" else Numeric(self.digits, self.places)

    def bind_processor(self, dialect: Dialect) -> Process | None:
        """Decimal to what the driver takes."""
        if dialect.name != "sqlite":
            return None
        return lambda value: None if value is None else int(value.scaleb(self.places))

    def result_processor(self, dialect: Dialect, coltype: object) -> Process | None:
        """What the driver gives to Decimal, always with all its places."""
        del coltype
        if dialect.name != "sqlite":
            return None
        return lambda value: None if value is None else Decimal(value).scaleb(-self.places)
