"""SQL that the two databases spell differently."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ARRAY, BindParameter, ColumnElement, Dialect, String, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import ClauseElement
from sqlalchemy.types import Boolean, TypeDecorator, TypeEngine, Uuid


class per_database(ColumnElement[bool]):  # noqa: N801 it reads as a function, like SQLAlchemy's own
    """A condition written once per database: `per_database(postgresql="...", sqlite="...")`."""

    inherit_cache = False
    type = Boolean()

    def __init__(self, *, postgresql: str, sqlite: str) -> None:
        self.texts = {"postgresql": postgresql, "sqlite": sqlite}


@compiles(per_database)
def _write_per_database(element: per_database, compiler: SQLCompiler, **_: Any) -> str:
    return element.texts[compiler.dialect.name]


class descending(ColumnElement[Any]):  # noqa: N801 as above
    """A column of an index that descends, nulls last: `Index("ix", descending("due"))`.

    `nulls=False` for a column that has none: an index serves an order on PostgreSQL only where
    both say alike where nulls would come.
    """

    inherit_cache = False

    def __init__(self, column: str, *, nulls: bool = True) -> None:
        self.column = column
        self.nulls = nulls


@compiles(descending, "postgresql")
def _write_descending(element: descending, compiler: SQLCompiler, **_: Any) -> str:
    order = "DESC NULLS LAST" if element.nulls else "DESC"
    return f"{compiler.preparer.quote(element.column)} {order}"


@compiles(descending, "sqlite")
def _write_descending_plainly(element: descending, compiler: SQLCompiler, **_: Any) -> str:
    return f"{compiler.preparer.quote(element.column)} DESC"  # its indexes know no NULLS LAST


class ascending(ColumnElement[Any]):  # noqa: N801 as above
    """An optional column of an index, after its first, that ascends, nulls last.

    PostgreSQL has them so anyway; SQLite asks for both terms that its order is written in.
    """

    inherit_cache = False

    def __init__(self, column: str) -> None:
        self.column = column


@compiles(ascending, "postgresql")
def _write_ascending(element: ascending, compiler: SQLCompiler, **_: Any) -> str:
    return str(compiler.preparer.quote(element.column))


@compiles(ascending, "sqlite")
def _write_ascending_in_two(element: ascending, compiler: SQLCompiler, **_: Any) -> str:
    column = compiler.preparer.quote(element.column)
    return f"{column} IS NULL, {column}"


class nulls_behind(ColumnElement[Any]):  # noqa: N801 as above
    """A term of an ORDER BY, after its first, that ascends, nulls last: what `ascending` serves."""

    inherit_cache = False

    def __init__(self, column: ColumnElement[Any]) -> None:
        self.column = column


@compiles(nulls_behind, "postgresql")
def _write_nulls_behind(element: nulls_behind, compiler: SQLCompiler, **options: Any) -> str:
    return f"{compiler.process(element.column, **options)} ASC NULLS LAST"


@compiles(nulls_behind, "sqlite")
def _write_nulls_behind_in_two(element: nulls_behind, compiler: SQLCompiler, **options: Any) -> str:
    column = compiler.process(element.column, **options)
    return f"{column} IS NULL, {column} ASC"


class _UuidList(TypeDecorator[Sequence[Any]]):
    """A list of UUIDs as one bound value: an array on PostgreSQL, JSON text on SQLite."""

    impl = String
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Any:
        """PostgreSQL's driver takes the list as it is."""
        if dialect.name != "sqlite":
            return None
        return lambda ids: "[" + ",".join(f'"{one.hex}"' for one in ids) + "]"

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The type of one database."""
        return ARRAY(Uuid()) if dialect.name == "postgresql" else String()


class _OneOf(ColumnElement[bool]):
    inherit_cache = False
    type = Boolean()

    def __init__(self, column: ColumnElement[Any], ids: BindParameter[Any]) -> None:
        self.column = column
        self.ids = ids


def one_of(column: Any, name: str) -> ColumnElement[bool]:
    """Whether a UUID column is among the list bound as `name`: one statement for any length."""
    return _OneOf(column.__clause_element__(), bindparam(name, type_=_UuidList()))


@compiles(_OneOf, "postgresql")
def _one_of_array(element: _OneOf, compiler: SQLCompiler, **options: Any) -> str:
    column, ids = _both(element, compiler, options)
    return f"{column} = ANY ({ids})"


@compiles(_OneOf, "sqlite")
def _one_of_json(element: _OneOf, compiler: SQLCompiler, **options: Any) -> str:
    column, ids = _both(element, compiler, options)
    return f"{column} IN (SELECT value FROM json_each({ids}))"  # noqa: S608 both are compiled


def _both(element: _OneOf, compiler: SQLCompiler, options: dict[str, Any]) -> tuple[str, str]:
    def text(part: ClauseElement) -> str:
        return compiler.process(part, **options)

    return text(element.column), text(element.ids)
