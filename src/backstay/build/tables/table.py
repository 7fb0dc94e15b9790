"""Tables as the builder sees them: what models and migrations are written from, and compared by."""

from dataclasses import dataclass

from backstay.build.sql.condition import Sql


@dataclass(frozen=True, slots=True)
class Reference:
    """A foreign key of one column; `late` ones are added when the other table is there."""

    table: str
    ondelete: str
    late: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    `ddl` is its type as Python text in a migration, `backfill` the SQL that existing rows get
    when the column is added to them; None where only NULL will do.
    """

    name: str
    ddl: str
    nullable: bool = False
    reference: Reference | None = None
    backfill: Sql | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """One CHECK, without the prefix of its table."""

    name: str
    sql: Sql


@dataclass(frozen=True, slots=True)
class Index:
    """One index.

    A column that begins with a minus descends, nulls last; with two, it has none. One that begins
    with a plus has nulls last after the first column, which SQLite wants said.
    """

    name: str
    columns: tuple[str, ...]
    unique: bool = False
    where: Sql | None = None
    hashed: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table, with everything that the database enforces."""

    name: str
    columns: tuple[Column, ...]
    checks: tuple[Check, ...] = ()
    indexes: tuple[Index, ...] = ()
    was: str = ""
    renamed: tuple[tuple[str, str], ...] = ()

    def column(self, name: str) -> Column | None:
        """The column of that name."""
        return next((column for column in self.columns if column.name == name), None)
