"""A blueprint's tables, in an order in which they can be created."""

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions import depends_on_request
from backstay.blueprint.naming import plural
from backstay.build.expressions.sql import sql_of
from backstay.build.sql.identifiers import short
from backstay.build.tables.columns import checks_of, column_of
from backstay.build.tables.indexes import indexes_of
from backstay.build.tables.table import Check, Column, Table


def tables_of(blueprint: Blueprint) -> tuple[Table, ...]:
    """Every table of the resources; what a table refers to comes before it."""
    order = creation_order(blueprint)
    return tuple(table_of(blueprint, resource, order) for resource in order)


def creation_order(blueprint: Blueprint) -> tuple[Resource, ...]:
    """Resources so that each comes after what it refers to; optional circles are cut."""
    done: list[Resource] = []
    waiting = list(blueprint.resources)
    while waiting:
        ready = [one for one in waiting if not _needs(one, waiting, required=False)]
        ready = ready or [one for one in waiting if not _needs(one, waiting, required=True)][:1]
        done += ready
        waiting = [one for one in waiting if one not in ready]
    return tuple(done)


def _needs(resource: Resource, waiting: list[Resource], *, required: bool) -> bool:
    names = {one.name for one in waiting} - {resource.name}
    return any(
        field.target in names and not (required and field.optional) for field in resource.fields
    )


def table_of(blueprint: Blueprint, resource: Resource, order: tuple[Resource, ...]) -> Table:
    """One resource's table; references to tables that come later are added there."""
    names = [one.name for one in order]
    place = names.index(resource.name)
    stored = [field for field in resource.fields if not field.computed]
    columns = [Column("id", "sa.Uuid()"), Column("row_version", "sa.BigInteger()")]
    if blueprint.timestamps:
        columns += [Column("created_at", "UtcDateTime()"), Column("updated_at", "UtcDateTime()")]
    if resource.soft:
        columns.append(Column("deleted_at", "UtcDateTime()", nullable=True))
    for field in stored:
        late = field.kind == "ref" and names.index(field.target) > place
        columns.append(column_of(field, blueprint, late=late))
    if resource.login:
        columns.append(Column("password_hash", "Text(255)"))
    checks = [check for field in stored for check in checks_of(field, blueprint)]
    renamed = [(field.was, field.name) for field in stored if field.was]
    return Table(
        name=resource.plural,
        columns=tuple(columns),
        checks=(*checks, *_rules(blueprint, resource)),
        indexes=indexes_of(blueprint, resource),
        was=plural(resource.was) if resource.was else "",
        renamed=tuple(_wire_names(resource, renamed)),
    )


def _wire_names(resource: Resource, renamed: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Old and new column names; a reference keeps its `_id`."""
    found = []
    for old, new in renamed:
        suffix = "_id" if resource.field(new).kind == "ref" else ""
        found.append((f"{old}{suffix}", f"{new}{suffix}"))
    return found


def _rules(blueprint: Blueprint, resource: Resource) -> list[Check]:
    """Rules over fields only; what speaks of now or the caller stays in the service."""
    return [
        Check(rule.name, sql_of(rule.check, blueprint, resource))
        for rule in resource.rules
        if rule.check is not None and not depends_on_request(rule.check)
    ]


def check_name(table: str, name: str) -> str:
    """The full name of a CHECK in the database."""
    return short(f"ck_{table}_{name}")
