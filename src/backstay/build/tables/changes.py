"""What changed between two sets of tables; what would lose data is refused (contract.md 1.7)."""

from dataclasses import dataclass, replace

from backstay.build.tables.table import Column, Table


class MigrationRefused(Exception):
    """The build stops: a migration would lose data, or cannot know what to put into rows."""


@dataclass(frozen=True, slots=True)
class Alteration:
    """One table before and after, when all tables have their new names already.

    Attributes:
        table: its new name; those in `before` and `after` are what constraints are called by.
        renames: its columns' old and new names.
    """

    table: str
    before: Table
    after: Table
    renames: tuple[tuple[str, str], ...] = ()

    def reversed(self) -> "Alteration":
        """The way back; it ends before the tables get their old names back."""
        back = tuple((new, old) for old, new in self.renames)
        return Alteration(self.table, self.after, self.before, back)

    def source(self, column: str) -> str:
        """What a column of the table after is called before."""
        return next((old for old, new in self.renames if new == column), column)


@dataclass(frozen=True, slots=True)
class Changes:
    """Old and new names of tables, then new tables in the order of creation, and altered ones."""

    renamed: tuple[tuple[str, str], ...]
    created: tuple[Table, ...]
    altered: tuple[Alteration, ...]


def changes_of(old: tuple[Table, ...], new: tuple[Table, ...]) -> Changes:
    """How to get from the old tables to the new ones. Raises: MigrationRefused."""
    names = {table.name for table in old}
    renamed = {
        table.was: table.name for table in new if table.was in names and table.name not in names
    }
    before = {renamed.get(table.name, table.name): _moved(table, renamed) for table in old}
    created, altered, problems = [], [], []
    for table in new:
        known = before.pop(table.name, None)
        if known is None:
            created.append(table)
            continue
        alteration = Alteration(table.name, known, table, _renames(known, table))
        problems += _problems(alteration)
        if _bare(known) != _bare(table):
            altered.append(alteration)
    problems += [
        f"table `{name}` would be dropped; keep the resource, or say `was` on the one that "
        "takes its place"
        for name in before
    ]
    if problems:
        raise MigrationRefused("This build would lose data:\n  " + "\n  ".join(problems))
    return Changes(tuple(renamed.items()), tuple(created), tuple(altered))


def _moved(table: Table, renamed: dict[str, str]) -> Table:
    """The table with references that follow the new names, as databases let them."""
    columns = [
        replace(one, reference=replace(one.reference, table=renamed[one.reference.table]))
        if one.reference is not None and one.reference.table in renamed
        else one
        for one in table.columns
    ]
    return replace(table, columns=tuple(columns))


def _renames(before: Table, after: Table) -> tuple[tuple[str, str], ...]:
    return tuple(
        (old, new)
        for old, new in after.renamed
        if before.column(old) is not None and before.column(new) is None
    )


def _bare(table: Table) -> Table:
    """The table without what only says where it comes from."""
    columns = tuple(replace(column, backfill=None) for column in table.columns)
    return replace(table, was="", renamed=(), columns=columns)


def _problems(alteration: Alteration) -> list[str]:
    before, after = alteration.before, alteration.after
    renamed = {old for old, _ in alteration.renames}
    found = [
        f"column `{before.name}.{column.name}` would be dropped; keep the field, or say "
        f"`was {column.name}` on the one that takes its place"
        for column in before.columns
        if after.column(column.name) is None and column.name not in renamed
    ]
    for column in after.columns:
        known = before.column(alteration.source(column.name))
        if known is None and not column.nullable and column.backfill is None:
            found.append(
                f"`{after.name}.{column.name}` is new and required: rows that exist would have "
                "nothing there; make it optional, or give it a default"
            )
        elif known is not None and not _fits(known, column):
            found.append(
                f"`{after.name}.{column.name}` would change from {known.ddl} to {column.ddl}; add "
                "a new field instead, and move the values in a migration of your own"
            )
    return found


def _fits(known: Column, column: Column) -> bool:
    """Whether values of one type can stay as they are under the other."""
    if known.ddl == column.ddl:
        return True
    kinds = known.ddl.partition("(")[0], column.ddl.partition("(")[0]
    if kinds == ("Text", "Text"):
        return True
    places = known.ddl.rpartition(",")[2], column.ddl.rpartition(",")[2]
    return kinds == ("Money", "Money") and places[0] == places[1]
