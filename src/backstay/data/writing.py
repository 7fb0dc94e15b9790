"""The three statements that change one row of a model, made once per model."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, bindparam, delete, insert, update
from sqlalchemy.sql.dml import Delete, Insert, Update

from backstay.data.entity import Entity, SoftDelete, Timestamps


@dataclass(frozen=True, slots=True)
class Writes:
    """Statements over one table; changes are guarded by the version that was read."""

    add: Insert
    change: Update
    remove: Delete | Update


@cache
def writes_of(model: type[Entity]) -> Writes:
    """The statements of a model; binds are column names, and `row_id`, `old_version`."""
    table = model.__table__
    binds = {column.key: bindparam(column.key, type_=column.type) for column in table.columns}
    kept = {name: bind for name, bind in binds.items() if name != "id"}
    this: ColumnElement[bool] = (table.c.id == bindparam("row_id", type_=table.c.id.type)) & (
        table.c.row_version == bindparam("old_version", type_=table.c.row_version.type)
    )
    return Writes(
        add=insert(model).values(binds),
        change=update(model).values(kept).where(this),
        remove=_soft_delete(model, this)
        if issubclass(model, SoftDelete)
        else delete(model).where(this),
    )


def _soft_delete(model: type[Entity], this: ColumnElement[bool]) -> Update:
    marks = [name for name in ("deleted_at", "updated_at") if name in model.__table__.columns]
    values = {name: bindparam("now", type_=model.__table__.c[name].type) for name in marks}
    version = {"row_version": model.__table__.c.row_version + 1}
    return update(model).values(values | version).where(this)


@cache
def _defaults(model: type[Entity]) -> tuple[dict[str, Any], dict[str, Any]]:
    """By column of the table: the default, and what makes it where it must be called."""
    columns = model.__table__.columns
    made = {c.key: c.default.arg for c in columns if c.default and c.default.is_callable}
    fixed = {c.key: c.default.arg if c.default else None for c in columns if c.key not in made}
    return fixed, made


def complete(model: type[Entity], given: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    """A whole new row: what is given, and the defaults, id and times, which are made here."""
    fixed, made = _defaults(model)
    row = {**fixed, **given}
    for name, make in made.items():
        if name not in given:
            row[name] = make(None)
    if issubclass(model, Timestamps):
        row["created_at"] = row["updated_at"] = now
    return row
