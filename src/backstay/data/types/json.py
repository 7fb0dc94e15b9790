"""JSON values as they are."""

from typing import Any

import msgspec
from sqlalchemy import Dialect
from sqlalchemy.dialects import postgresql
from sqlalchemy.types import TypeDecorator, TypeEngine

from backstay.data.types.sqlite_text import Process, SqliteText

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode


class Json(TypeDecorator[Any]):
    """Any JSON value: jsonb on PostgreSQL, text on SQLite."""

    impl = postgresql.JSONB
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The type of one database."""
        if dialect.name == "sqlite":
            return SqliteText(lambda value: _encode(value).decode(), _decode)
        return postgresql.JSONB()

    def bind_processor(self, dialect: Dialect) -> Process:
        """A value to JSON text, which both drivers take."""
        del dialect
        return lambda value: None if value is None else _encode(value).decode()

    def result_processor(self, dialect: Dialect, coltype: object) -> Process:
        """JSON text to a value."""
        del dialect, coltype
        return lambda text: None if text is None else _decode(text)
