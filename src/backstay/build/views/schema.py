"""The view of schemas: what is shown, created, replaced, updated, asked (R-016, R-083, R-084)."""

from dataclasses import dataclass

from backstay.blueprint.access import roles_with
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Field
from backstay.build.naming.names import Names, enums_of, names_of
from backstay.build.views.fields import Fields
from backstay.build.views.words import article

PAGE = (20, 100)


@dataclass(frozen=True, slots=True)
class FieldView:
    """One line of a schema."""

    name: str
    annotation: str
    default: str = ""


@dataclass(frozen=True, slots=True)
class SchemaView:
    """What the templates of schemas print."""

    n: Names
    a_row: str
    enums: tuple[str, ...]
    shown: tuple[FieldView, ...]
    created: tuple[FieldView, ...]
    replaced: tuple[FieldView, ...]
    updated: tuple[FieldView, ...]
    asked: tuple[FieldView, ...]
    registered: tuple[FieldView, ...]
    expands: tuple[FieldView, ...]
    expanded: tuple[Names, ...]
    expand_names: str
    query_base: str
    creates: bool
    updates: bool
    guarded: bool
    login: bool


def schema_view(blueprint: Blueprint, resource: Resource) -> SchemaView:
    """The schemas of a resource, as far as its operations need them."""
    writer = Fields(blueprint, resource)
    names = names_of(blueprint, resource)
    fields = [field for field in resource.fields if field.computed is None]
    sent = [field for field in fields if field.name != resource.parent_field]
    changed = [field for field in sent if not field.fixed]
    targets = {name: resource.field(name).target for name in resource.listing.expand}
    expanded = {one: names_of(blueprint, blueprint.resource(one)) for one in targets.values()}
    password = [FieldView("password", "Password")] if resource.login else []
    return SchemaView(
        n=names,
        a_row=article(names.words),
        enums=tuple(enums_of(blueprint, resource)),
        shown=tuple(_shown(blueprint, resource, writer)),
        created=(*(_created(writer, field) for field in sent), *password),
        replaced=tuple(_replaced(writer, field) for field in changed),
        updated=tuple(FieldView(one.wire, writer.sent(one), "UNSET") for one in changed),
        asked=tuple(_asked(resource, writer)),
        registered=(*(_created(writer, one) for one in sent if not _guarded(one)), *password),
        expands=tuple(
            FieldView(name, f"{expanded[target].name}Read | None", "None")
            for name, target in targets.items()
        ),
        expanded=tuple(expanded.values()),
        expand_names=", ".join(f'"{name}"' for name in targets),
        query_base="CursorQuery" if resource.listing.page.mode == "cursor" else "PageQuery",
        creates=bool(roles_with(blueprint, resource, "create")),
        updates=bool(roles_with(blueprint, resource, "update")),
        guarded=any(map(_guarded, changed)),
        login=resource.login,
    )


def _shown(blueprint: Blueprint, resource: Resource, writer: Fields) -> list[FieldView]:
    found = [FieldView("id", "UUID")]
    found += [FieldView(field.wire, writer.shown(field)) for field in resource.fields]
    if blueprint.timestamps:
        moment = writer.apart("datetime")
        found += [FieldView("created_at", moment), FieldView("updated_at", moment)]
    return found


def _guarded(field: Field) -> bool:
    """Whether only some may send it: it then stays out of what the others must send."""
    by_server = field.default is not None and field.default.op == "caller"
    return bool(field.write) or by_server


def _created(writer: Fields, field: Field) -> FieldView:
    """What only some may send, or the server fills in, must be told from what was sent."""
    default = "UNSET" if _guarded(field) else writer.default(field)
    if not default and field.default is not None:
        default = "UNSET"
    elif not default and field.optional:
        default = "None"
    return FieldView(field.wire, writer.sent(field), default)


def _replaced(writer: Fields, field: Field) -> FieldView:
    return FieldView(field.wire, writer.sent(field), "UNSET" if _guarded(field) else "")


def _asked(resource: Resource, writer: Fields) -> list[FieldView]:
    found = []
    page = resource.listing.page
    if (page.default, page.max) != PAGE:
        digits = f"Annotated[{writer.apart('int')}, Digits(1, {page.max})]"
        found.append(FieldView("limit", digits, str(page.default)))
    for name in resource.listing.filter:
        found += filters_of(resource, name, writer)
    if any(field.search for field in resource.fields):
        found.append(FieldView("search", "Search | None", "None"))
    text = writer.apart("str")
    names = [signed.removeprefix("-") for signed in resource.listing.sort]
    listed = ", ".join(f'"{name}"' for name in names)
    found.append(FieldView("sort", f"Annotated[{text}, SortBy({listed})]", '""'))
    if resource.listing.expand:
        listed = ", ".join(f'"{name}"' for name in resource.listing.expand)
        found.append(FieldView("expand", f"Annotated[{text}, Expands({listed})]", '""'))
    return found


def filters_of(resource: Resource, name: str, writer: Fields) -> list[FieldView]:
    """The query parameters of one filter (contract.md section 2.4)."""
    field = next((one for one in resource.fields if one.name == name), None)
    kind = "Moment" if field is None else writer.asked(field)
    wire = name if field is None else field.wire
    what = "datetime" if field is None else field.kind
    names = [] if what == "datetime" else [wire]
    if what in ("int", "seconds", "decimal", "date", "datetime"):
        names += [f"{wire}_from", f"{wire}_to"]
    return [FieldView(one, f"{kind} | None", "None") for one in names]
