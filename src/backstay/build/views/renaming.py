"""The view of the migration that gives tables their new names, before anything else changes."""

from dataclasses import dataclass

from backstay.build.sql.identifiers import quoted, short
from backstay.build.views.words import call_with


@dataclass(frozen=True, slots=True)
class TableRename:
    """One table: its names, and the SQL that names its primary key after it, there and back."""

    old: str
    new: str
    key_there: str
    key_back: str


@dataclass(frozen=True, slots=True)
class RenamingView:
    """What the template of the renaming prints."""

    revision: str
    down_revision: str
    renames: tuple[TableRename, ...]


def renaming_view(renamed: tuple[tuple[str, str], ...], revision: str, before: str) -> RenamingView:
    """The migration that renames tables, there and back."""
    renames = (
        TableRename(old, new, _key(new, old, new), _key(old, new, old)) for old, new in renamed
    )
    return RenamingView(revision, before, tuple(renames))


def _key(table: str, old: str, new: str) -> str:
    keys = short(f"pk_{old}"), short(f"pk_{new}")
    statement = f"ALTER TABLE {quoted(table)} RENAME CONSTRAINT {keys[0]} TO {keys[1]}"
    return call_with("op.execute", statement)
