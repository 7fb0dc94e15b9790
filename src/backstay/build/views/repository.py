"""The view of a repository: its queries, its listing, who sees what (R-006, R-007)."""

from dataclasses import dataclass

from backstay.blueprint.contract import Blueprint, Resource
from backstay.build.naming.names import Names, names_of
from backstay.build.views.fields import Fields
from backstay.build.views.schema import filters_of
from backstay.build.views.scope import Visible, read_by, visible_of


@dataclass(frozen=True, slots=True)
class FilterView:
    """One filter: its query parameter, and its condition."""

    name: str
    condition: str


@dataclass(frozen=True, slots=True)
class RepositoryView:
    """What the template of a repository prints; `parent` is None for a top-level resource."""

    n: Names
    who: str
    visible: tuple[Visible, ...]
    mentioned: tuple[Names, ...]
    filters: tuple[FilterView, ...]
    sorts: tuple[str, ...]
    default: str
    search: tuple[str, ...]
    cursor: bool
    login: bool
    parent: Names | None
    parent_wire: str
    page_type: str
    page_method: str
    listed_from: str
    restricting: tuple[tuple[Names, str], ...]


def repository_view(blueprint: Blueprint, resource: Resource) -> RepositoryView:
    """The repository of a resource."""
    names = names_of(blueprint, resource)
    cursor = resource.listing.page.mode == "cursor"
    parent = names_of(blueprint, blueprint.resource(resource.under)) if resource.under else None
    return RepositoryView(
        n=names,
        who=read_by(blueprint, resource),
        visible=visible_of(blueprint, resource),
        mentioned=tuple(names_of(blueprint, one) for one in blueprint.chain(resource)),
        filters=tuple(_filters(blueprint, resource)),
        sorts=tuple(_sorts(resource)),
        default=",".join(resource.listing.sort),
        search=tuple(field.wire for field in resource.fields if field.search),
        cursor=cursor,
        login=resource.login,
        parent=parent,
        parent_wire=resource.field(resource.parent_field).wire if parent else "",
        page_type="CursorPage" if cursor else "Page",
        page_method="cursor_page" if cursor else "page",
        listed_from="ALL_IN" if parent else "ALL",
        restricting=tuple(_restricting(blueprint, resource)),
    )


def _sorts(resource: Resource) -> list[str]:
    wires = {field.name: field.wire for field in resource.fields}
    names = [signed.removeprefix("-") for signed in resource.listing.sort]
    return [wires.get(name, name) for name in names]


def _filters(blueprint: Blueprint, resource: Resource) -> list[FilterView]:
    row = names_of(blueprint, resource).row
    writer = Fields(blueprint, resource)
    found = []
    for name in resource.listing.filter:
        wire = next((field.wire for field in resource.fields if field.name == name), name)
        for view in filters_of(resource, name, writer):
            ending = view.name.removeprefix(wire)
            operator = {"": "==", "_from": ">=", "_to": "<"}[ending]
            condition = f'{row}.{wire} {operator} bindparam("{view.name}")'
            found.append(FilterView(view.name, condition))
    return found


def _restricting(blueprint: Blueprint, resource: Resource) -> list[tuple[Names, str]]:
    """What keeps a soft deletion from happening: no foreign key sees it (contract.md 2.6)."""
    if not resource.soft:
        return []
    return [
        (names_of(blueprint, other), field.wire)
        for other in blueprint.resources
        for field in other.fields
        if field.target == resource.name and field.on_delete == "restrict"
    ]
