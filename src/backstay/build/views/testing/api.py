"""The view of the tests of what works over the API."""

from dataclasses import dataclass
from typing import Any

from backstay.blueprint.access import row_grant
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Field
from backstay.blueprint.samples.makers import may_write
from backstay.blueprint.samples.rows import good_row
from backstay.build.naming.names import Names, names_of
from backstay.build.views.fields import Fields
from backstay.build.views.schema import filters_of
from backstay.build.views.sending import Pair
from backstay.build.views.testing.actors import Actors, actors_of
from backstay.build.views.testing.changes import changeable


@dataclass(frozen=True, slots=True)
class ApiTestsView:
    """What the template of the API's tests prints.

    Attributes:
        filters: parameters of equality; ranges: fields with from and to; both have values.
        change: a field that can be changed by itself, with its new value as JSON.
        searched: a field by whose words a search finds the sample row.
    """

    n: Names
    login: bool
    actors: Actors
    whole: tuple[str, ...]
    filters: tuple[str, ...]
    ranges: tuple[str, ...]
    sorts: tuple[str, ...]
    expands: tuple[Pair, ...]
    change: Pair | None
    searched: str


def api_tests_view(blueprint: Blueprint, resource: Resource) -> ApiTestsView:
    """The tests of what works with a resource that somebody can make."""
    row = good_row(blueprint, resource) or {}
    found = set(_filters(blueprint, resource, row))
    wires = {field.name: field.wire for field in resource.fields}
    sorts = [signed.removeprefix("-") for signed in resource.listing.sort]
    searched = [field.wire for field in resource.fields if field.search and row.get(field.name)]
    actors = actors_of(blueprint, resource)
    return ApiTestsView(
        n=names_of(blueprint, resource),
        login=resource.login,
        actors=actors,
        whole=tuple(
            field.wire
            for field in resource.fields
            if not field.fixed
            and field.computed is None
            and field.name != resource.parent_field
            and may_write(field, actors.updating)
        ),
        filters=tuple(sorted(name for name in found if not name.endswith(("_from", "_to")))),
        ranges=tuple(
            sorted(name.removesuffix("_from") for name in found if name.endswith("_from"))
        ),
        sorts=tuple(wires.get(name, name) for name in sorts),
        expands=tuple(
            Pair(name, resource.field(name).wire)
            for name in resource.listing.expand
            if _shown(blueprint, resource.field(name), actors.making)
        ),
        change=changeable(blueprint, resource, row),
        searched=searched[0] if searched else "",
    )


def _shown(blueprint: Blueprint, field: Field, role: str) -> bool:
    """Whether the row behind a reference surely comes along when it is expanded."""
    target = blueprint.resource(field.target)
    scope = row_grant(blueprint, target, role, "read")
    own = field.default is not None and scope.self_only
    return _has_value(field, {}) and (scope.everything or own)


def _filters(blueprint: Blueprint, resource: Resource, row: dict[str, Any]) -> list[str]:
    """Query parameters whose field surely has a value in the sample row."""
    writer = Fields(blueprint, resource)
    found = []
    for name in resource.listing.filter:
        field = next((one for one in resource.fields if one.name == name), None)
        if field is None or _has_value(field, row):
            found += [view.name for view in filters_of(resource, name, writer)]
    return found


def _has_value(field: Field, row: dict[str, Any]) -> bool:
    if field.kind == "ref":
        return not field.optional or field.default is not None
    return field.computed is None and row.get(field.name) is not None
