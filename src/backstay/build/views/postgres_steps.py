"""The steps that alter a table on PostgreSQL, from what was there to what must be there."""

from collections.abc import Iterator

from backstay.build.sql.condition import Sql
from backstay.build.sql.identifiers import quoted
from backstay.build.tables.changes import Alteration
from backstay.build.tables.derive import check_name
from backstay.build.tables.table import Check, Column, Index
from backstay.build.views.constraints import as_text, sql_text
from backstay.build.views.migration import index_call, reference_call, reference_name
from backstay.build.views.words import call_with


def steps(alteration: Alteration) -> Iterator[str]:
    """One Python call per step, in an order in which nothing stands in the way."""
    before, after = alteration.before, alteration.after
    yield from _drop_constraints(alteration)
    for old, new in alteration.renames:
        yield f'op.alter_column("{alteration.table}", "{old}", new_column_name="{new}")'
    gone = {old for old, _ in alteration.renames}
    for column in before.columns:
        if after.column(column.name) is None and column.name not in gone:
            yield f'op.drop_column("{alteration.table}", "{column.name}")'
    for column in after.columns:
        yield from _column_steps(alteration, column)
    yield from _add_constraints(alteration)


def _column_steps(alteration: Alteration, column: Column) -> Iterator[str]:
    table, name = alteration.table, column.name
    known = alteration.before.column(alteration.source(name))
    fill = None
    if column.backfill is not None and not column.nullable:
        fill = call_with("op.execute", as_text(_filling(table, name, column.backfill.postgresql)))
    if known is None:
        yield f'op.add_column("{table}", sa.Column("{name}", {column.ddl}, nullable=True))'
        if fill:
            yield fill
        if not column.nullable:
            yield f'op.alter_column("{table}", "{name}", nullable=False)'
        return
    if known.ddl != column.ddl:
        yield f'op.alter_column("{table}", "{name}", type_={column.ddl})'
    if known.nullable != column.nullable:
        if fill:
            yield fill
        yield f'op.alter_column("{table}", "{name}", nullable={column.nullable})'


def _filling(table: str, column: str, value: str) -> str:
    """The SQL that gives rows what they have not; names come from a checked contract."""
    table, column = quoted(table), quoted(column)
    return f"UPDATE {table} SET {column} = {value} WHERE {column} IS NULL"  # noqa: S608 as said


def _drop_constraints(alteration: Alteration) -> Iterator[str]:
    table, before = alteration.table, alteration.before
    for index in before.indexes:
        if not _same_index(alteration, index):
            yield f'op.drop_index("{index.name}", "{table}")'
    for check in before.checks:
        if not _same_check(alteration, check):
            name = check_name(before.name, check.name)
            yield f'op.drop_constraint(op.f("{name}"), "{table}", type_="check")'
    for column in before.columns:
        if column.reference and not _same_reference(alteration, column):
            name = reference_name(before.name, column.name)
            yield f'op.drop_constraint("{name}", "{table}", type_="foreignkey")'


def _add_constraints(alteration: Alteration) -> Iterator[str]:
    back, table, after = alteration.reversed(), alteration.table, alteration.after
    for check in after.checks:
        if not _same_check(back, check):
            name, clause = check_name(after.name, check.name), _clause(check.sql)
            yield f'op.create_check_constraint(op.f("{name}"), "{table}", {clause})'
    for column in after.columns:
        if column.reference and not _same_reference(back, column):
            yield reference_call(table, reference_name(after.name, column.name), column)
    for index in after.indexes:
        if not _same_index(back, index):
            yield index_call(table, index)


def _clause(sql: Sql) -> str:
    return call_with("sa.text", as_text(sql.postgresql)) if sql.same else sql_text(sql)


def _same_index(alteration: Alteration, index: Index) -> bool:
    return not _moved(alteration) and index in alteration.after.indexes


def _same_check(alteration: Alteration, check: Check) -> bool:
    return not _moved(alteration) and check in alteration.after.checks


def _same_reference(alteration: Alteration, column: Column) -> bool:
    other = alteration.after.column(column.name)
    return (
        not _moved(alteration)
        and other is not None
        and other.reference is not None
        and column.reference is not None
        and (other.reference.table, other.reference.ondelete)
        == (column.reference.table, column.reference.ondelete)
    )


def _moved(alteration: Alteration) -> bool:
    """Whether every constraint's name changes because the table's does."""
    return alteration.before.name != alteration.after.name
