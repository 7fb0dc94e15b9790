"""The statements behind a repository's reads; each is built once and compiled once."""

from collections.abc import Sequence
from functools import cache
from typing import Any, cast

from sqlalchemy import BigInteger, ColumnElement, Select, Uuid, and_, bindparam, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from backstay.data.entity import Entity, SoftDelete
from backstay.data.listing import in_order
from backstay.data.sql import one_of

Built = tuple[Select[Any], Sequence[ColumnElement[Any]]]
Keys = list[tuple[InstrumentedAttribute[Any], bool]]

_LIMIT: ColumnElement[int] = bindparam("limit", type_=BigInteger())
_OFFSET: ColumnElement[int] = bindparam("offset", type_=BigInteger())


def seen(model: type[Entity], statement: Select[Any], visible: ColumnElement[bool]) -> Select[Any]:
    """The statement, as far as the caller may see: visible rows that are not deleted."""
    scoped = statement.where(visible)
    if issubclass(model, SoftDelete):
        scoped = scoped.where(model.deleted_at.is_(None))
    return scoped


@cache
def by_id(model: type[Entity]) -> Select[Any]:
    """The row whose id is bound as `row_id`."""
    return select(model).where(model.id == bindparam("row_id", type_=Uuid()))


@cache
def by_ids(model: type[Entity]) -> Select[Any]:
    """The rows whose ids are bound as `ids`."""
    return select(model).where(one_of(model.id, "ids"))


@cache
def referring(column: InstrumentedAttribute[Any]) -> Select[Any]:
    """One living row whose `column` holds the id bound as `row_id`."""
    found = select(column).where(column == bindparam("row_id", type_=Uuid())).limit(1)
    model = cast("type[Entity]", column.class_)
    return found.where(model.deleted_at.is_(None)) if issubclass(model, SoftDelete) else found


def columns_of(model: type[Entity]) -> list[ColumnElement[Any]]:
    """Every column of the table, by name: nothing is ever fetched with a star (R-056)."""
    return list(model.__table__.columns)


def count(statement: Select[Any]) -> Select[Any]:
    """How many rows the statement finds."""
    counted = statement.with_only_columns(func.count(), maintain_column_froms=True)
    return counted.order_by(None).correlate(None)


def numbered(model: type[Entity], statement: Select[Any], keys: Keys) -> Built:
    """One page and the total, from one statement and so from one snapshot."""
    total = count(statement).scalar_subquery()
    ordered = statement.add_columns(total).order_by(*_order(model, keys))
    return ordered.limit(_LIMIT).offset(_OFFSET), columns_of(model)


def after(model: type[Entity], statement: Select[Any], keys: Keys, *, resumed: bool) -> Built:
    """The rows after the one whose sort values are bound as `key_0`, `key_1`, ... (keyset)."""
    if resumed:
        statement = statement.where(_beyond(_with_id(model, keys)))
    return statement.order_by(*_order(model, keys)).limit(_LIMIT), columns_of(model)


def resumes(model: type[Entity], keys: Keys) -> list[InstrumentedAttribute[Any]]:
    """The columns whose values `after` binds, in its order."""
    return [column for column, _ in _with_id(model, keys)]


def _with_id(model: type[Entity], keys: Keys) -> Keys:
    """The closing id goes the way of the last key, so that one index serves both directions."""
    model_id = cast("InstrumentedAttribute[Any]", model.id)
    return [*keys, (model_id, keys[-1][1] if keys else False)]


def _order(model: type[Entity], keys: Keys) -> list[ColumnElement[Any]]:
    *named, (closing, descends) = _with_id(model, keys)
    ordered = [
        in_order(one, descends=down, optional=_optional(one), leads=place == 0)
        for place, (one, down) in enumerate(named)
    ]
    # an id is never null, but PostgreSQL takes an index only where both say alike where nulls go
    alike = descends and bool(keys) and _optional(keys[-1][0])
    return [*ordered, in_order(closing, descends=descends, optional=alike)]


def _beyond(keys: Keys) -> ColumnElement[bool]:
    """Greater than the bound row in the first key, or equal there and greater in the next."""
    ways: list[ColumnElement[bool]] = []
    equal: list[ColumnElement[bool]] = []
    for place, (column, descends) in enumerate(keys):
        bind: ColumnElement[Any] = bindparam(f"key_{place}", type_=column.type)
        past = column < bind if descends else column > bind
        if _optional(column):
            past = and_(bind.is_not(None), or_(past, column.is_(None)))
        ways.append(and_(*equal, past))
        same = column == bind
        equal.append(
            or_(same, and_(column.is_(None), bind.is_(None))) if _optional(column) else same
        )
    return or_(*ways)


def _optional(column: InstrumentedAttribute[Any]) -> bool:
    return bool(column.property.columns[0].nullable)
