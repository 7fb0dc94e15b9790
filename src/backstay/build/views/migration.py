"""The view of a migration that creates one table."""

from dataclasses import dataclass

from backstay.build.sql.identifiers import short
from backstay.build.tables.derive import check_name
from backstay.build.tables.table import Check, Column, Index, Table
from backstay.build.views.constraints import index_columns, index_options, sql_text


@dataclass(frozen=True, slots=True)
class Late:
    """A foreign key of an earlier table, added now that its target is there."""

    table: str
    name: str
    call: str


@dataclass(frozen=True, slots=True)
class MigrationView:
    """What the template of a table's first migration prints."""

    revision: str
    down_revision: str
    table: str
    elements: tuple[str, ...]
    sqlite_elements: tuple[str, ...]
    indexes: tuple[str, ...]
    late: tuple[Late, ...]


def migration_view(
    revision: str, before: str, table: Table, earlier: tuple[Table, ...]
) -> MigrationView:
    """The migration that creates a table; `earlier` are those that exist already."""
    references = [column for column in table.columns if column.reference is not None]
    inline = [one for one in references if one.reference and not one.reference.late]
    return MigrationView(
        revision=revision,
        down_revision=before,
        table=table.name,
        elements=(*table_elements(table), *(reference_argument(table.name, one) for one in inline)),
        sqlite_elements=tuple(
            reference_argument(table.name, one) for one in references if one not in inline
        ),
        indexes=tuple(index_call(table.name, index) for index in table.indexes),
        late=tuple(
            _late(other, column)
            for other in earlier
            for column in other.columns
            if column.reference and column.reference.late and column.reference.table == table.name
        ),
    )


def _late(table: Table, column: Column) -> Late:
    name = reference_name(table.name, column.name)
    return Late(table.name, name, reference_call(table.name, name, column))


def table_elements(table: Table) -> list[str]:
    """Columns, CHECKs and primary key in `create_table`; foreign keys stand apart."""
    return [
        *(column_argument(column) for column in table.columns),
        *(check_argument(table.name, check) for check in table.checks),
        f'sa.PrimaryKeyConstraint("id", name="{short(f"pk_{table.name}")}")',
    ]


def column_argument(column: Column) -> str:
    """A column in `create_table` and `add_column`."""
    return f'sa.Column("{column.name}", {column.ddl}, nullable={column.nullable})'


def check_argument(table: str, check: Check) -> str:
    """A CHECK in `create_table`; its name is whole, so the naming convention keeps off (`op.f`)."""
    name = check_name(table, check.name)
    return f'sa.CheckConstraint({sql_text(check.sql)}, name=op.f("{name}"))'


def reference_argument(table: str, column: Column) -> str:
    """A foreign key in `create_table`."""
    assert column.reference is not None
    return (
        f'sa.ForeignKeyConstraint(["{column.name}"], ["{column.reference.table}.id"], '
        f'name="{reference_name(table, column.name)}", '
        f'ondelete="{column.reference.ondelete}", onupdate="RESTRICT")'
    )


def reference_call(table: str, name: str, column: Column) -> str:
    """The call that adds a foreign key to a table that is there (PostgreSQL)."""
    assert column.reference is not None
    return (
        f'op.create_foreign_key("{name}", "{table}", '
        f'"{column.reference.table}", ["{column.name}"], ["id"], '
        f'ondelete="{column.reference.ondelete}", onupdate="RESTRICT")'
    )


def reference_name(table: str, column: str) -> str:
    """The name of a foreign key."""
    return short(f"fk_{table}_{column}")


def index_call(table: str, index: Index) -> str:
    """The call that creates an index."""
    options = index_options(index, "sa.")
    return f'op.create_index("{index.name}", "{table}", [{index_columns(index)}]{options})'
