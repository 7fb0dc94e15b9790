"""Text, and one of a list of words."""

from enum import StrEnum
from typing import Any

from sqlalchemy import Dialect, String
from sqlalchemy.types import TypeDecorator, TypeEngine

from backstay.data.types.sqlite_text import Process


class Text(TypeDecorator[str]):
    """Text of at most `length` characters, compared and sorted byte by byte on both databases."""

    impl = String
    cache_ok = True

    def __init__(self, length: int) -> None:
        super().__init__(length)
        self.length = length

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The type of one database; SQLite sorts bytes by itself."""
        if dialect.name == "postgresql":
            return String(self.length, collation="C")
        return String(self.length)


class Choice(TypeDecorator[StrEnum]):
    """One of an enum's values, kept as text; a CHECK holds the list (contract.md, decision 7)."""

    impl = String
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__(40)
        self.kind = kind

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The type of one database."""
        return String(40, collation="C") if dialect.name == "postgresql" else String(40)

    def result_processor(self, dialect: Dialect, coltype: object) -> Process:
        """Text to member; an unknown value is a KeyError, for a CHECK has let it through."""
        del dialect, coltype
        members: dict[str | None, StrEnum | None] = {item.value: item for item in self.kind}
        members[None] = None
        return members.__getitem__
