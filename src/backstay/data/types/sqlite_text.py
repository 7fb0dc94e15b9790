"""TEXT on SQLite, for kinds whose declared name would get NUMERIC affinity there."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Dialect
from sqlalchemy.types import UserDefinedType

Process = Callable[[Any], Any]


class SqliteText(UserDefinedType[Any]):
    """Text with a way in and a way out; DATETIME and DATE would compare as numbers."""

    cache_ok = True

    def __init__(self, bind: Process, result: Process) -> None:
        self.bind = bind
        self.result = result

    def get_col_spec(self, **_: object) -> str:
        """The type's name in DDL."""
        return "TEXT"

    def bind_processor(self, dialect: Dialect) -> Process:
        """Value to text."""
        del dialect
        return lambda value: None if value is None else self.bind(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Process:
        """Text to value."""
        del dialect, coltype
        return lambda text: None if text is None else self.result(text)
