"""Indexes: one for every foreign key, filter and sort field (R-051), and the unique ones."""

from backstay.blueprint.bounds import bounds
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Field
from backstay.build.expressions.sql import sql_of
from backstay.build.sql.condition import Sql
from backstay.build.sql.identifiers import short
from backstay.build.tables.table import Index

LONG = 600
"""Characters; a PostgreSQL B-tree entry holds 2,704 bytes, and a character has up to four."""

_GONE = "deleted_at IS NULL"


def indexes_of(blueprint: Blueprint, resource: Resource) -> tuple[Index, ...]:
    """Every index of a table; one that is the beginning of another is left out."""
    found = [*_unique_fields(resource), *_unique_rules(blueprint, resource)]
    plain = [*_references(resource), *_default_order(resource), *_sorts(resource)]
    plain += _filters(resource)
    kept: list[Index] = []
    for index in sorted(plain, key=lambda one: -len(one.columns)):
        wider = (one.columns[: len(index.columns)] == index.columns for one in kept)
        if index.hashed or not any(wider):
            kept.append(index)
    order = {index.name: place for place, index in enumerate(plain)}
    unique = {index.name: index for index in kept}
    return (*found, *sorted(unique.values(), key=lambda one: order[one.name]))


def _unique_fields(resource: Resource) -> list[Index]:
    where = Sql(_GONE, _GONE) if resource.soft else None
    return [
        Index(short(f"uq_{resource.plural}_{field.wire}"), (field.wire,), unique=True, where=where)
        for field in resource.fields
        if field.unique
    ]


def _unique_rules(blueprint: Blueprint, resource: Resource) -> list[Index]:
    found = []
    for rule in resource.rules:
        if not rule.unique:
            continue
        columns = tuple(resource.field(name).wire for name in rule.unique)
        where = sql_of(rule.when, blueprint, resource) if rule.when else None
        if resource.soft:
            where = _both(where)
        name = short(f"uq_{resource.plural}_{rule.name}")
        found.append(Index(name, columns, unique=True, where=where))
    return found


def _both(where: Sql | None) -> Sql:
    if where is None:
        return Sql(_GONE, _GONE)
    return Sql(f"({where.postgresql}) AND {_GONE}", f"({where.sqlite}) AND {_GONE}")


def _references(resource: Resource) -> list[Index]:
    """By reference, then by the default order: the page of an owner is one walk of the index."""
    first = resource.listing.sort[0].removeprefix("-") if resource.listing.sort else "id"
    rest = () if first == "id" or not _orders(resource, first) else (first,)
    return [
        Index(short(f"ix_{resource.plural}_{field.wire}"), (field.wire, *rest, "id"))
        for field in resource.fields
        if field.kind == "ref" and not field.computed
    ]


def _orders(resource: Resource, name: str) -> bool:
    """Whether a sort field can stand inside an index for both directions: it is never null."""
    field = _field(resource, name)
    return field is None or (not field.optional and not _is_long(field))


def _default_order(resource: Resource) -> list[Index]:
    """Over the whole default order, where many rows may share a value of its first field.

    An index on that alone leaves the rest to be sorted, which SQLite does by reading everything.
    """
    signed = resource.listing.sort
    first = _field(resource, signed[0].removeprefix("-")) if signed else None
    if len(signed) == 1 or first is None or first.unique:
        return []
    columns: list[str] = []
    for each in signed:
        name = each.removeprefix("-")
        field = _field(resource, name)
        if field is not None and _is_long(field):
            break
        columns.append(_in_order(field, each, leads=not columns))
        if name == "id":
            break
    else:  # the closing id goes the way of the last key
        last = columns[-1]
        columns.append(last.removesuffix(last.lstrip("-+")).strip("+") + "id")
    name = short(f"ix_{resource.plural}__order")
    return [Index(name, tuple(columns))] if len(columns) > 1 else []


def _in_order(field: Field | None, signed: str, *, leads: bool) -> str:
    name = signed.removeprefix("-")
    column = name if field is None else field.wire
    optional = field is not None and field.optional
    if signed.startswith("-"):
        return f"-{column}" if optional else f"--{column}"
    return f"+{column}" if optional and not leads else column


def _sorts(resource: Resource) -> list[Index]:
    found = []
    for signed in resource.listing.sort:
        name = signed.removeprefix("-")
        field = _field(resource, name)
        if name == "id" or (field is not None and _is_long(field)):
            continue
        column = field.wire if field is not None else name
        found.append(Index(short(f"ix_{resource.plural}_{column}"), (column, "id")))
        if field is not None and field.optional:
            # nulls come last in both directions, which one index cannot give on PostgreSQL
            descending = short(f"ix_{resource.plural}_{column}_desc")
            found.append(Index(descending, (f"-{column}", "-id")))
    return found


def _filters(resource: Resource) -> list[Index]:
    found = []
    for name in resource.listing.filter:
        field = _field(resource, name)
        if field is not None and field.kind == "ref":
            continue  # every reference has one already
        column = field.wire if field is not None else name
        index = short(f"ix_{resource.plural}_{column}")
        if field is not None and _is_long(field):
            found.append(Index(index, (column,), hashed=True))
        else:
            found.append(Index(index, (column, "id")))
    return found


def _field(resource: Resource, name: str) -> Field | None:
    return next((field for field in resource.fields if field.name == name), None)


def _is_long(field: Field) -> bool:
    return field.kind in ("text", "url") and bounds(field)[1] > LONG
