"""The resources of a database schema: CREATE TABLE statements as resources of a contract."""

from collections.abc import Iterator

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from backstay.agent.phrases.changes import AddResource, Field
from backstay.agent.phrases.vocabulary import resource_name
from backstay.blueprint.naming import plural

_SET_BY_SERVER = frozenset({"id", "created_at", "updated_at", "deleted_at", "row_version"})
_TYPES = {
    exp.DataType.Type.BOOLEAN: "bool",
    exp.DataType.Type.DATE: "date",
    exp.DataType.Type.UUID: "uuid",
    exp.DataType.Type.JSON: "json",
    exp.DataType.Type.JSONB: "json",
}
MOST = 1_000_000


def from_sql(text: str) -> list[AddResource]:
    """One resource per table, in the order written. Raises: ValueError when there is none."""
    if len(text) > MOST:
        raise ValueError(f"the schema is larger than {MOST:,} characters")
    try:
        parsed = sqlglot.parse(text, read="postgres")
    except (SqlglotError, RecursionError) as error:
        raise ValueError(f"the schema cannot be read: {str(error).splitlines()[0]}") from error
    tables = [
        one
        for one in parsed
        if isinstance(one, exp.Create) and one.kind == "TABLE" and isinstance(one.this, exp.Schema)
    ]
    if not tables:
        raise ValueError("the schema creates no table")
    return [_resource(one.this) for one in tables]


def _resource(schema: exp.Schema) -> AddResource:
    table = schema.this.name
    far = dict(_foreign_keys(schema))
    fields = tuple(
        _field(one, far)
        for one in schema.expressions
        if isinstance(one, exp.ColumnDef) and one.name not in _SET_BY_SERVER
    )
    name = resource_name(table.replace("_", " "))
    return AddResource(name, fields, plural="" if plural(name) == table else table, source="sql")


def _foreign_keys(schema: exp.Schema) -> Iterator[tuple[str, str]]:
    """Columns that a constraint of the table makes references."""
    for one in schema.find_all(exp.ForeignKey):
        reference = one.args.get("reference")
        table = reference.find(exp.Table) if reference else None
        if len(one.expressions) == 1 and table:
            yield one.expressions[0].name, table.name


def _field(column: exp.ColumnDef, far: dict[str, str]) -> Field:
    kinds = {type(one.kind): one.kind for one in column.constraints}
    words = [] if exp.NotNullColumnConstraint in kinds else ["optional"]
    if exp.UniqueColumnConstraint in kinds:
        words.append("unique")
    reference = kinds.get(exp.Reference)
    table = reference.find(exp.Table) if reference else None
    target = table.name if table else far.get(column.name)
    if target:
        name = column.name.removesuffix("_id")
        return Field(name, ", ".join([resource_name(target.replace("_", " ")), *words]))
    kind, guessed = _type(column)
    default = kinds.get(exp.DefaultColumnConstraint)
    if default is not None and (said := _default(default.this)):
        kind = f"{kind} = {said}"
        words = [one for one in words if one != "optional"]
    return Field(column.name, ", ".join([kind, *words]), guessed)


def _type(column: exp.ColumnDef) -> tuple[str, str]:
    data = column.kind
    if data is None:
        return "text", f"`{column.name}` has no type; text is a guess"
    sizes = [one.name for one in data.expressions]
    if data.this in _TYPES:
        return _TYPES[data.this], ""
    for kinds, written in (
        (exp.DataType.INTEGER_TYPES, "int"),
        (exp.DataType.TEXT_TYPES, f"text ..{sizes[0] if sizes else 5000}"),
        (exp.DataType.TEMPORAL_TYPES, "datetime"),
        (exp.DataType.NUMERIC_TYPES, f"decimal {'.'.join(sizes) if len(sizes) > 1 else '12.2'}"),
    ):
        if data.this in kinds:
            return written, ""
    return "text", f"`{column.name}` is {data.sql()}; text is a guess"


def _default(value: exp.Expression) -> str:
    if isinstance(value, exp.Literal):
        return f"'{value.name}'" if value.is_string else value.name
    if isinstance(value, exp.Boolean):
        return str(value.this).lower()
    return "now" if isinstance(value, exp.CurrentTimestamp) else ""
