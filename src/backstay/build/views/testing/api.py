"""The view of the tests of what works over the API."""

from dataclasses import dataclass
from typing import Any

from backstay.blueprint.access import row_grant
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions import names_in
from backstay.blueprint.model import Field
from backstay.build.samples.makers import is_guarded, maker_role, may_write, reaches_own
from backstay.build.samples.rows import good_row
from backstay.build.samples.text import json_text
from backstay.build.views.fields import Fields
from backstay.build.views.names import Names, names_of
from backstay.build.views.schema import filters_of
from backstay.build.views.scope import role_name
from backstay.build.views.sending import Pair
from backstay.build.views.testing.factory import another

_CHANGEABLE = ("text", "int", "seconds", "decimal", "bool", "email", "url", "enum", "date")


@dataclass(frozen=True, slots=True)
class Actors:
    """Who does what to a row in tests; an empty role when nobody can."""

    making: str
    updating: str
    deleting: str

    @property
    def maker(self) -> str:
        """The role that makes it, as Python."""
        return role_name(self.making)

    @property
    def updater(self) -> str:
        """The role that changes it, as Python."""
        return role_name(self.updating) if self.updating else ""

    @property
    def deleter(self) -> str:
        """The role that deletes it, as Python."""
        return role_name(self.deleting) if self.deleting else ""


@dataclass(frozen=True, slots=True)
class ApiTestsView:
    """What the template of the API's tests prints.

    Attributes:
        filters: query parameter and field of each equality; ranges: fields with from and to.
        change: a field that can be changed by itself, with its new value as JSON.
        word: what a search finds the sample row by.
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
        n=names_of(resource),
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


def actors_of(blueprint: Blueprint, resource: Resource) -> Actors:
    """Who makes, changes and deletes rows of a resource in tests."""
    maker = maker_role(blueprint, resource)
    all_seeing = [role for role in blueprint.roles if sees_all(blueprint, resource, role)]

    def actor(verb: str) -> str:
        if reaches_own(blueprint, resource, maker, verb):
            return maker
        able = (
            role for role in all_seeing if row_grant(blueprint, resource, role, verb).everything
        )
        return next(able, "")

    return Actors(maker, actor("update"), actor("delete"))


def sees_all(blueprint: Blueprint, resource: Resource, role: str) -> bool:
    """Whether a role reads every row, and every parent of one."""
    chain = (*blueprint.chain(resource), resource)
    return all(row_grant(blueprint, one, role, "read").everything for one in chain)


def changeable(blueprint: Blueprint, resource: Resource, row: dict[str, Any]) -> Pair | None:
    """A field that anybody may change by itself, with a new value as JSON."""
    bound = {flow.field for flow in resource.flows}
    for rule in resource.rules:
        bound |= {*rule.unique, *_named(resource, rule.check), *_named(resource, rule.when)}
    for field in resource.fields:
        if field.name in bound or field.fixed or field.unique or is_guarded(field):
            continue
        if field.kind in _CHANGEABLE and field.computed is None:
            value = another(blueprint, field, row.get(field.name))
            if value is not None:
                return Pair(field.wire, json_text(value))
    return None


def _shown(blueprint: Blueprint, field: Field, role: str) -> bool:
    """Whether the row behind a reference surely comes along when it is expanded."""
    target = blueprint.resource(field.target)
    scope = row_grant(blueprint, target, role, "read")
    own = field.default is not None and scope.self_only
    return _has_value(field, {}) and (scope.everything or own)


def _named(resource: Resource, condition: Any) -> tuple[str, ...]:
    return tuple(names_in(condition, resource)) if condition is not None else ()


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
