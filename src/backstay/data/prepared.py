"""Prepared: a SQLAlchemy statement compiled once for one database, with its types bound."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Dialect
from sqlalchemy.sql import ClauseElement, ColumnElement
from sqlalchemy.sql.compiler import SQLCompiler

Process = Callable[[Any], Any]


class Prepared:
    """What a driver needs (SQL, order of arguments) and what its rows need (names, types).

    Driver rows skip SQLAlchemy's result processors, so they are bound here, once.
    """

    __slots__ = ("_binds", "_constants", "_names", "_results", "sql")

    def __init__(
        self,
        statement: ClauseElement,
        dialect: Dialect,
        columns: Sequence[ColumnElement[Any]] = (),
    ) -> None:
        compiled = cast("SQLCompiler", statement.compile(dialect=dialect))
        self.sql = str(compiled)
        self._binds = tuple(
            (name, compiled.binds[name].type.dialect_impl(dialect).bind_processor(dialect))
            for name in compiled.positiontup or ()
        )
        self._names = tuple(str(column.key) for column in columns)
        # values that the statement itself brings, such as the 1 of `row_version + 1`
        self._constants = {
            name: bind.value for name, bind in compiled.binds.items() if not bind.required
        }
        processors = (
            (str(column.key), column.type.dialect_impl(dialect).result_processor(dialect, None))
            for column in columns
        )
        self._results = tuple((name, process) for name, process in processors if process)

    def arguments(self, values: Mapping[str, Any]) -> list[Any]:
        """The values in the order of the SQL's placeholders; KeyError when one is missing."""
        if self._constants:
            values = self._constants | dict(values)
        return [
            values[name] if process is None else process(values[name])
            for name, process in self._binds
        ]

    def row(self, record: Sequence[Any]) -> dict[str, Any]:
        """One driver record by column name, as Python values; more columns than named are cut."""
        return self.rows([record])[0]

    def rows(self, records: Sequence[Sequence[Any]]) -> list[dict[str, Any]]:
        """As `row`, for many."""
        names = self._names
        rows = [dict(zip(names, record)) for record in records]  # noqa: B905 `strict` doubles the time
        for name, process in self._results:
            for row in rows:
                row[name] = process(row[name])
        return rows
