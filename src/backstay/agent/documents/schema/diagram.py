"""The tables and what they refer to, as a diagram with cardinalities (R-177)."""

from collections.abc import Iterator

from backstay.agent.documents.material import Material
from backstay.agent.documents.page.markdown import code, fenced, table
from backstay.agent.documents.schema.types import word_of
from backstay.build.tables.derive import tables_of
from backstay.build.tables.table import Column, Table


def diagram(material: Material) -> Iterator[str]:
    """An ER diagram in Mermaid, then each relation in words."""
    tables = tables_of(material.blueprint)
    yield from fenced("mermaid", ["erDiagram", *_entities(tables), *_relations(tables)])
    head = ("from", "to", "cardinality", "when the target is deleted")
    yield from table(head, _words(tables))


def _entities(tables: tuple[Table, ...]) -> Iterator[str]:
    for one in tables:
        yield f"    {one.name} {{"
        for column in one.columns:
            yield f"        {word_of(column.ddl)} {column.name}{_keys(one, column)}"
        yield "    }"


def _keys(table: Table, column: Column) -> str:
    keys = [
        *(["PK"] if column.name == "id" else []),
        *(["FK"] if column.reference else []),
        *(["UK"] if is_unique(table, column) else []),
    ]
    return f" {', '.join(keys)}" if keys else ""


def is_unique(table: Table, column: Column) -> bool:
    """Whether no two rows have the same value there, whatever else they hold."""
    return any(
        index.unique and index.columns == (column.name,) and _always(index.where)
        for index in table.indexes
    )


def _always(where: object) -> bool:
    return where is None or getattr(where, "postgresql", "") == "deleted_at IS NULL"


def _references(tables: tuple[Table, ...]) -> Iterator[tuple[Table, Column, str, str]]:
    for one in tables:
        for column in one.columns:
            if column.reference is not None:
                yield one, column, column.reference.table, column.reference.ondelete


def _relations(tables: tuple[Table, ...]) -> Iterator[str]:
    for one, column, target, _ in _references(tables):
        left = "|o" if column.nullable else "||"
        right = "o|" if is_unique(one, column) else "o{"
        yield f'    {target} {left}--{right} {one.name} : "{column.name}"'


def _words(tables: tuple[Table, ...]) -> Iterator[tuple[str, ...]]:
    for one, column, target, ondelete in _references(tables):
        many = "at most one of" if is_unique(one, column) else "any number of"
        each = "at most one" if column.nullable else "exactly one"
        words = f"each row has {each} of {target}, each of {target} has {many} {one.name}"
        fate = {
            "RESTRICT": "refused while rows refer to it",
            "CASCADE": "the rows go with it",
            "SET NULL": "the reference becomes empty",
        }.get(ondelete, ondelete.lower())
        yield code(f"{one.name}.{column.name}"), code(target), words, fate
