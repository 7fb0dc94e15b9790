"""Fields as columns and CHECKs (contract.md section 2.5)."""

from decimal import Decimal

from backstay.blueprint.bounds import bounds
from backstay.blueprint.contract import Blueprint
from backstay.blueprint.expressions import show
from backstay.blueprint.kinds import URL_LENGTH
from backstay.blueprint.model import Field
from backstay.build.sql.condition import Sql
from backstay.build.sql.identifiers import quoted
from backstay.build.tables.table import Check, Column, Reference

_NOW = {
    "datetime": Sql("now()", "strftime('%Y-%m-%d %H:%M:%f000+00:00', 'now')"),
    "date": Sql("CURRENT_DATE", "date('now')"),
}
_DDL = {
    "email": "Text(255)",
    "url": f"Text({URL_LENGTH})",
    "int": "sa.BigInteger()",
    "seconds": "sa.BigInteger()",
    "bool": "sa.Boolean()",
    "date": "Day()",
    "datetime": "UtcDateTime()",
    "uuid": "sa.Uuid()",
    "enum": "Text(40)",
    "role": "Text(40)",
    "ref": "sa.Uuid()",
    "json": "Json()",
}


def column_of(field: Field, blueprint: Blueprint, *, late: bool) -> Column:
    """The column of a stored field."""
    if field.kind == "text":
        ddl = f"Text({bounds(field)[1]})"
    elif field.kind == "decimal":
        ddl = f"Money({field.digits}, {field.places})"
    else:
        ddl = _DDL[field.kind]
    reference = None
    if field.kind == "ref":
        table = blueprint.resource(field.target).plural
        reference = Reference(table, field.on_delete.upper(), late)
    return Column(field.wire, ddl, field.optional, reference, _backfill(field))


def checks_of(field: Field, blueprint: Blueprint) -> list[Check]:
    """What the database itself refuses; it mirrors what the schema refuses (R-053)."""
    name, kind = quoted(field.wire), field.kind
    if kind in ("text", "email", "url"):
        low, high = bounds(field)
        return [_same(f"{field.wire}_length", f"length({name}) BETWEEN {low} AND {high}")]
    if kind in ("int", "seconds"):
        low, high = bounds(field)
        return [_same(f"{field.wire}_range", f"{name} BETWEEN {low} AND {high}")]
    if kind == "decimal" and (field.low is not None or field.high is not None):
        sql = Sql(_range(field, name, 0), _range(field, name, field.places or 0))
        return [Check(f"{field.wire}_range", sql)]
    values = _values(field, name, blueprint)
    return [Check(f"{field.wire}_values", values)] if values else []


def _values(field: Field, name: str, blueprint: Blueprint) -> Sql | None:
    """The closed set of values of a kind that has one."""
    if field.kind in ("enum", "role"):
        listed = ", ".join(f"'{value}'" for value in field.values or blueprint.roles)
        return Sql(f"{name} IN ({listed})", f"{name} IN ({listed})")
    if field.kind == "bool":
        return Sql(f"{name} IN (true, false)", f"{name} IN (0, 1)")
    if field.kind == "json":
        # before SQLite 3.45, NULL counts as invalid
        valid = f"({name} IS NULL OR json_valid({name}))"
        return Sql(f"{name} <> 'null'::jsonb", f"{valid} AND {name} <> 'null'")
    return None


def _same(name: str, text: str) -> Check:
    return Check(name, Sql(text, text))


def _range(field: Field, name: str, scale: int) -> str:
    low = None if field.low is None else f"{field.low.scaleb(scale):f}"
    high = None if field.high is None else f"{field.high.scaleb(scale):f}"
    if low is not None and high is not None:
        return f"{name} BETWEEN {low} AND {high}"
    return f"{name} >= {low}" if low is not None else f"{name} <= {high}"


def _backfill(field: Field) -> Sql | None:
    """What rows get that are there already; None where only NULL will do."""
    default = field.default
    if default is None or default.op == "caller":
        return None
    if default.op == "now":
        return _NOW[field.kind]
    text = show(default)
    if field.kind in ("enum", "role"):
        text = f"'{text}'"
    scaled = f"{Decimal(text).scaleb(field.places or 0):f}" if field.kind == "decimal" else text
    return Sql(text, scaled)
