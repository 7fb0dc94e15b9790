"""Broken constraints in the domain's words: which fields, which rule (R-129)."""

from sqlalchemy import MetaData, Table
from sqlalchemy.sql.dml import Delete

from backstay.data.driver import Write
from backstay.data.entity import Entity
from backstay.errors import (
    BackstayError,
    Detail,
    NotUnique,
    RuleBroken,
    StillReferenced,
    UnknownReference,
    Unprocessable,
)


def unique_broken(table: str, name: str) -> BackstayError:
    """Another row has these values; `name` is the index or constraint."""
    return NotUnique(*_columns(_table(table), name))


def check_broken(table: str, name: str) -> BackstayError:
    """A CHECK refused what the validators let through; named as the contract names it."""
    return RuleBroken(name.removeprefix(f"ck_{table}_"))


def reference_broken(write: Write | None, table: str = "", name: str = "") -> BackstayError:
    """A delete met rows that still refer to it; anything else named a row that is not there."""
    if write is not None and isinstance(write.statement, Delete):
        return StillReferenced()
    return UnknownReference(*_columns(_table(table), name))


def value_missing(column: str) -> BackstayError:
    """A column that must hold something was given nothing."""
    return Unprocessable(details=[Detail(column, "required", "This field is required.")])


def _table(name: str) -> Table | None:
    metadata: MetaData = Entity.metadata
    return metadata.tables.get(name)


def _columns(table: Table | None, name: str) -> list[str]:
    """The columns of an index or constraint; empty when nobody knows it."""
    if table is None:
        return []
    for index in table.indexes:
        if index.name == name:
            return [str(column.name) for column in index.columns]
    for constraint in table.constraints:
        if constraint.name == name:
            return [str(column.name) for column in getattr(constraint, "columns", ())]
    return []
