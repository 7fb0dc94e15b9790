"""The view of a model: enums, constraints, columns, computed properties."""

from dataclasses import dataclass

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Field
from backstay.build.naming.names import Names, enum_name, names_of
from backstay.build.tables.table import Column, Table
from backstay.build.views.computed import ComputedView, computeds_of
from backstay.build.views.constraints import check_argument, index_argument
from backstay.build.views.fields import Fields
from backstay.build.views.words import article, docstring, sentence

_HIDDEN = ("id", "row_version", "created_at", "updated_at", "deleted_at")


@dataclass(frozen=True, slots=True)
class Member:
    """One value of an enum."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class EnumView:
    """One enum of a model."""

    name: str
    doc: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class ModelView:
    """What the template of a model prints."""

    n: Names
    doc: str
    class_doc: str
    bases: str
    enums: tuple[EnumView, ...]
    arguments: tuple[str, ...]
    columns: tuple[str, ...]
    computeds: tuple[ComputedView, ...]


def model_view(blueprint: Blueprint, resource: Resource, table: Table) -> ModelView:
    """The model of a resource, with everything that its table enforces."""
    names = names_of(blueprint, resource)
    what = "the accounts" if resource.login else resource.description.rstrip(".")
    doc = f"The {names.table} table" + (f": {what}." if resource.login else ".")
    about = what if resource.description else f"One {names.words}"
    return ModelView(
        n=names,
        doc=docstring(doc, 0),
        class_doc=docstring(sentence(about), 4),
        bases="Base, SoftDelete" if resource.soft else "Base",
        enums=tuple(_enums(blueprint, resource)),
        arguments=(
            *map(check_argument, table.checks),
            *map(index_argument, table.indexes),
        ),
        columns=tuple(_columns(blueprint, resource, table)),
        computeds=tuple(computeds_of(blueprint, resource)),
    )


def _enums(blueprint: Blueprint, resource: Resource) -> list[EnumView]:
    found = []
    for field in resource.fields:
        if field.kind == "enum":
            members = tuple(Member(value.upper(), value) for value in field.values)
            words = article(names_of(blueprint, resource).words)
            about = f"The {field.name.replace('_', ' ')} of {words}."
            found.append(EnumView(enum_name(blueprint, resource, field), about, members))
    return found


def _columns(blueprint: Blueprint, resource: Resource, table: Table) -> list[str]:
    fields = {field.wire: field for field in resource.fields}
    writer = Fields(blueprint, resource)
    return [
        _column(column, fields.get(column.name), writer)
        for column in table.columns
        if column.name not in _HIDDEN
    ]


def _column(column: Column, field: Field | None, writer: Fields) -> str:
    if field is None:  # the hidden hash of the login resource
        return f"{column.name}: Mapped[{writer.apart('str')}] = mapped_column(Text(255))"
    options = []
    if field.kind in ("enum", "role"):
        kind = writer.shown(field).removesuffix(" | None")
        options.append(f"Choice({kind})")
    elif column.ddl[0].isupper() and column.ddl != "UtcDateTime()":
        options.append(column.ddl)
    if column.reference is not None:
        # said, for SQLAlchemy takes it from the other model, which may not be imported yet
        options.append("Uuid()")
        late = ", use_alter=True" if column.reference.late else ""
        target = f'"{column.reference.table}.id", ondelete="{column.reference.ondelete}"'
        options.append(f'ForeignKey({target}, onupdate="RESTRICT"{late})')
    if default := writer.default(field):
        options.append(f"default={default}")
    if field.pii:
        options.append('info={"pii": True}')
    mapped = f"{column.name}: Mapped[{writer.shown(field)}]"
    return f"{mapped} = mapped_column({', '.join(options)})" if options else mapped
