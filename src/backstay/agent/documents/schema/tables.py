"""Each table with its columns, constraints and indexes (R-177)."""

from collections.abc import Iterator

from backstay.agent.documents.material import Material
from backstay.agent.documents.page.markdown import code, codes, prose, table
from backstay.agent.documents.schema.types import types_of
from backstay.build.sql.condition import Sql
from backstay.build.tables.derive import check_name, tables_of
from backstay.build.tables.table import Column, Index, Table
from backstay.build.views.migration import reference_name

OWN = {
    "id": "the row, made by the service",
    "row_version": "counted up by every change; guards writes",
    "created_at": "set once by the service",
    "updated_at": "set by every change",
    "deleted_at": "when it was deleted; empty for rows that are there",
    "password_hash": "argon2id, never told",
}


def tables(material: Material) -> Iterator[str]:
    """All tables, in the order of their creation."""
    held = material.evidence.check("migrate")
    yield from prose(
        "As the contract asks for them. That models, migrations and the database agree is",
        f"what the check `migrate` tries: {held}.",
    )
    yield ""
    for one in tables_of(material.blueprint):
        yield f"### {one.name}"
        yield ""
        yield from table(
            ("column", "PostgreSQL", "SQLite", "null", "about"),
            (_column(material, one, column) for column in one.columns),
        )
        yield from table(
            ("constraint", "PostgreSQL", "SQLite, where it differs"), _constraints(one)
        )
        yield from table(("index", "columns", "where"), map(_index, one.indexes))


def _column(material: Material, one: Table, column: Column) -> tuple[str, ...]:
    resource = next(each for each in material.blueprint.resources if each.plural == one.name)
    field = next((each for each in resource.fields if each.wire == column.name), None)
    about = OWN.get(column.name, "")
    if field is not None:
        words = [
            field.kind,
            *(["personal"] if field.pii else []),
            *_rights(field.write, field.fixed),
        ]
        about = ", ".join(words)
    postgresql, sqlite = types_of(column.ddl)
    return code(column.name), postgresql, sqlite, "yes" if column.nullable else "no", about


def _rights(write: str, fixed: object) -> list[str]:
    return [*([f"written by {write}"] if write else []), *(["never changes"] if fixed else [])]


def _constraints(one: Table) -> Iterator[tuple[str, str, str]]:
    yield code(f"pk_{one.name}"), "PRIMARY KEY (id)", ""
    for column in one.columns:
        if column.reference is not None:
            what = (
                f"FOREIGN KEY ({column.name}) REFERENCES {column.reference.table} (id) "
                f"ON DELETE {column.reference.ondelete} ON UPDATE RESTRICT"
            )
            yield code(reference_name(one.name, column.name)), what, ""
    for check in one.checks:
        yield code(check_name(one.name, check.name)), *_spelled(check.sql)


def _spelled(sql: Sql) -> tuple[str, str]:
    return code(f"CHECK ({sql.postgresql})"), "" if sql.same else code(f"CHECK ({sql.sqlite})")


def _index(one: Index) -> tuple[str, str, str]:
    kind = "unique " if one.unique else "hash " if one.hashed else ""
    where = "" if one.where is None else code(one.where.postgresql)
    return f"{kind}{code(one.name)}", codes(one.columns), where
