"""The view of a migration that alters a table: precise steps on PostgreSQL, a rebuild on SQLite."""

from dataclasses import dataclass

from backstay.build.sql.identifiers import quoted
from backstay.build.tables.changes import Alteration
from backstay.build.tables.table import Column
from backstay.build.views.migration import (
    index_call,
    reference_argument,
    table_elements,
)
from backstay.build.views.postgres_steps import steps
from backstay.build.views.sending import Pair
from backstay.build.views.words import literal


@dataclass(frozen=True, slots=True)
class Rebuild:
    """The arguments of a rebuild on SQLite: what the new table has, and with which values."""

    elements: tuple[str, ...]
    values: tuple[Pair, ...]
    indexes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AlterationView:
    """What the template of an alteration prints."""

    revision: str
    down_revision: str
    table: str
    upgrade_steps: tuple[str, ...]
    downgrade_steps: tuple[str, ...]
    up: Rebuild
    down: Rebuild


def alteration_view(revision: str, before: str, alteration: Alteration) -> AlterationView:
    """The migration of one altered table, there and back."""
    back = alteration.reversed()
    return AlterationView(
        revision=revision,
        down_revision=before,
        table=alteration.table,
        upgrade_steps=tuple(steps(alteration)),
        downgrade_steps=tuple(steps(back)),
        up=_rebuild(alteration),
        down=_rebuild(back),
    )


def _rebuild(alteration: Alteration) -> Rebuild:
    after = alteration.after
    references = [
        reference_argument(after.name, column) for column in after.columns if column.reference
    ]
    return Rebuild(
        elements=(*table_elements(after), *references),
        values=tuple(
            Pair(column.name, literal(_value(alteration, column))) for column in after.columns
        ),
        indexes=tuple(index_call(alteration.table, index) for index in after.indexes),
    )


def _value(alteration: Alteration, column: Column) -> str:
    """The SQL over the old row that gives a column of the new one."""
    name = alteration.source(column.name)
    known = alteration.before.column(name)
    fill = column.backfill.sqlite if column.backfill else "NULL"
    if known is None:
        return fill
    filled = known.nullable and not column.nullable and column.backfill is not None
    return f"coalesce({quoted(name)}, {fill})" if filled else quoted(name)
