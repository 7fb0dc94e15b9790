"""The view of the tests of what is refused over the API."""

from dataclasses import dataclass

from backstay.blueprint.access import may_ever, roles_with
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions import names_in
from backstay.blueprint.model import Field, Rule
from backstay.build.samples.makers import (
    can_make,
    is_guarded,
    may_write,
    needed_fields,
    owner_role,
)
from backstay.build.samples.rows import bad_row, good_row, row_where
from backstay.build.samples.text import json_text
from backstay.build.samples.values import Bad, bad_values, candidates
from backstay.build.views.names import Names, names_of
from backstay.build.views.scope import role_name
from backstay.build.views.sending import Pair
from backstay.build.views.testing.api import Actors, actors_of, changeable, sees_all
from backstay.build.views.testing.factory import body_fields

_METHODS = {"create": "POST", "read": "GET", "update": "PATCH", "delete": "DELETE"}


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule, and the JSON values that break it and no other."""

    name: str
    values: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Twice:
    """A uniqueness: the fields that must differ, and values under which it holds."""

    name: str
    fields: tuple[str, ...]
    values: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class RefusalsView:
    """What the template of refusals prints; each list may be empty.

    Attributes:
        guarded: role, field and value of what only others may send.
        denied: role and method of what a role that sees the row may not do.
        leaps: flow field and state that cannot follow the first one.
    """

    n: Names
    actors: Actors
    bad: tuple[Bad, ...]
    required: tuple[str, ...]
    twice: tuple[Twice, ...]
    references: tuple[str, ...]
    broken: tuple[Broken, ...]
    leaps: tuple[Pair, ...]
    guarded: tuple[tuple[str, Pair], ...]
    owner: str
    denied: tuple[Pair, ...]
    lock: bool
    change: Pair | None
    restricting: tuple[Names, ...]


def refusals_view(blueprint: Blueprint, resource: Resource) -> RefusalsView:
    """The refusals of a resource that somebody can make."""
    actors = actors_of(blueprint, resource)
    row = good_row(blueprint, resource) or {}
    sent = body_fields(resource)
    needed = [field for field in needed_fields(resource) if may_write(field, actors.making)]
    owner = owner_role(blueprint, resource)
    return RefusalsView(
        n=names_of(resource),
        actors=actors,
        bad=tuple(bad for field in sent for bad in bad_values(field)),
        required=tuple(field.wire for field in needed),
        twice=tuple(_twice(blueprint, resource, actors.making)),
        references=tuple(
            field.wire
            for field in resource.fields
            if field.kind == "ref"
            and field.name != resource.parent_field
            and may_write(field, actors.making)
        ),
        broken=tuple(_broken(blueprint, resource, actors.making)),
        leaps=tuple(_leaps(resource)),
        guarded=tuple(_guarded(blueprint, resource)),
        owner=role_name(owner) if owner else "",
        denied=tuple(_denied(blueprint, resource)),
        lock=resource.lock,
        change=changeable(blueprint, resource, row) if actors.updating else None,
        restricting=tuple(_restricting(blueprint, resource, actors)),
    )


def _twice(blueprint: Blueprint, resource: Resource, maker: str) -> list[Twice]:
    rules = [rule for rule in resource.rules if rule.unique]
    alone = [
        Rule(field.name, field.at, unique=(field.name,))
        for field in resource.fields
        if field.unique
    ]
    found = []
    for rule in [*alone, *rules]:
        fields = [resource.field(name) for name in rule.unique]
        same = [one.wire for one in fields if one.name != resource.parent_field]
        values: tuple[Pair, ...] | None = ()
        if rule.when is not None:
            holding = row_where(blueprint, resource, rule.when, holds=True)
            names = names_in(rule.when, resource)
            values = sendable(resource, holding, names, maker)
        given = all(one.default is not None or not one.optional for one in fields)
        if values is not None and given:
            sent = [wire for wire in same if may_write(_wired(resource, wire), maker)]
            found.append(Twice(rule.name, tuple(sent), values))
    return found


def _broken(blueprint: Blueprint, resource: Resource, maker: str) -> list[Broken]:
    found = []
    for rule in resource.rules:
        if rule.check is None:
            continue
        row = bad_row(blueprint, resource, rule.check)
        values = sendable(resource, row, names_in(rule.check, resource), maker)
        if values is not None:
            found.append(Broken(rule.name, values))
    return found


def sendable(
    resource: Resource, row: dict[str, object] | None, names: tuple[str, ...], role: str
) -> tuple[Pair, ...] | None:
    """A row's values as JSON; None when a role cannot send them with a creation."""
    if row is None:
        return None
    starts = {flow.field: flow.start for flow in resource.flows}
    found = []
    for name in names:
        field = resource.field(name)
        if name in starts and row[name] != starts[name]:
            return None
        if field.kind == "ref" or field.computed is not None or not may_write(field, role):
            return None
        if name not in starts:
            found.append(Pair(field.wire, json_text(row[name])))
    return tuple(found)


def _leaps(resource: Resource) -> list[Pair]:
    found = []
    for flow in resource.flows:
        field = resource.field(flow.field)
        reached = {after for before, after in flow.edges if before == flow.start} | {flow.start}
        leaps = [state for state in field.values if state not in reached]
        if leaps and not field.fixed and not field.write:
            found.append(Pair(field.wire, json_text(leaps[0])))
    return found


def _guarded(blueprint: Blueprint, resource: Resource) -> list[tuple[str, Pair]]:
    fields = [one for one in resource.fields if is_guarded(one) and one.kind != "ref"]
    found = []
    for role in blueprint.roles:
        if can_make(blueprint, resource, role):
            found += [
                (role_name(role), Pair(one.wire, json_text(candidates(one, blueprint)[0])))
                for one in fields
                if not may_write(one, role)
            ]
    return found


def _denied(blueprint: Blueprint, resource: Resource) -> list[Pair]:
    found = []
    for verb, method in _METHODS.items():
        for role in blueprint.roles if roles_with(blueprint, resource, verb) else ():
            # who cannot see a row is told that there is none; reading and creating come first
            told = verb in ("read", "create") or sees_all(blueprint, resource, role)
            if told and not may_ever(blueprint, resource, role, verb):
                found.append(Pair(role_name(role), method))
    return found


def _wired(resource: Resource, wire: str) -> Field:
    return next(field for field in resource.fields if field.wire == wire)


def _restricting(blueprint: Blueprint, resource: Resource, actors: Actors) -> list[Names]:
    """Nested resources whose rows keep their parent from being deleted."""
    return [
        names_of(other)
        for other in blueprint.resources
        if other.under == resource.name
        and other.field(other.parent_field).on_delete == "restrict"
        and actors.deleting == actors.making
        and can_make(blueprint, other, actors.making)
    ]
