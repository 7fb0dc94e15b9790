"""The view of the tests of what is refused over the API."""

from dataclasses import dataclass

from backstay.blueprint.access import may_ever, roles_with, row_grant
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.samples.makers import (
    can_make,
    owner_role,
)
from backstay.blueprint.samples.rows import good_row
from backstay.build.naming.names import Names, names_of
from backstay.build.samples.text import json_text
from backstay.build.views.scope import role_name
from backstay.build.views.sending import Pair
from backstay.build.views.testing.actors import Actors, actors_of, sees_all
from backstay.build.views.testing.breaking import Broken, Twice, broken_of, twice_of
from backstay.build.views.testing.changes import changeable

_METHODS = {"create": "POST", "read": "GET", "update": "PATCH", "delete": "DELETE"}


@dataclass(frozen=True, slots=True)
class RefusalsView:
    """What the template of refusals prints; each list may be empty.

    Attributes:
        denied: role and method of what a role that sees the row may not do.
        short: role and method of what it may not even do to a row of its own; account, whether
            these rows are the accounts themselves.
        leaps: flow field and state that cannot follow the first one.
    """

    n: Names
    actors: Actors
    twice: tuple[Twice, ...]
    broken: tuple[Broken, ...]
    leaps: tuple[Pair, ...]
    owner: str
    denied: tuple[Pair, ...]
    short: tuple[Pair, ...]
    account: bool
    lock: bool
    change: Pair | None
    restricting: tuple[Names, ...]


def refusals_view(blueprint: Blueprint, resource: Resource) -> RefusalsView:
    """The refusals of a resource that somebody can make."""
    actors = actors_of(blueprint, resource)
    row = good_row(blueprint, resource) or {}
    owner = owner_role(blueprint, resource)
    return RefusalsView(
        n=names_of(blueprint, resource),
        actors=actors,
        twice=tuple(twice_of(blueprint, resource, actors.making)),
        broken=tuple(broken_of(blueprint, resource, actors.making)),
        leaps=tuple(_leaps(resource)),
        owner=role_name(owner) if owner else "",
        denied=tuple(_denied(blueprint, resource)),
        short=tuple(_short(blueprint, resource, owner)),
        account=resource.login,
        lock=resource.lock,
        change=changeable(blueprint, resource, row) if actors.updating else None,
        restricting=tuple(_restricting(blueprint, resource, actors)),
    )


def _leaps(resource: Resource) -> list[Pair]:
    found = []
    for flow in resource.flows:
        field = resource.field(flow.field)
        reached = {after for before, after in flow.edges if before == flow.start} | {flow.start}
        leaps = [state for state in field.values if state not in reached]
        if leaps and not field.fixed and not field.write:
            found.append(Pair(field.wire, json_text(leaps[0])))
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


def _short(blueprint: Blueprint, resource: Resource, owner: str) -> list[Pair]:
    """What roles that read rows of their own may not do to them; others have been asked above."""
    roles = blueprint.roles if resource.login else (owner,) if owner else ()
    found = []
    for role in roles:
        reads = row_grant(blueprint, resource, role, "read")
        if reads.everything or not (reads.self_only if resource.login else reads.owners):
            continue
        found += [
            Pair(role_name(role), _METHODS[verb])
            for verb in ("update", "delete")
            if roles_with(blueprint, resource, verb)
            and not may_ever(blueprint, resource, role, verb)
        ]
    return found


def _restricting(blueprint: Blueprint, resource: Resource, actors: Actors) -> list[Names]:
    """Nested resources whose rows keep their parent from being deleted."""
    return [
        names_of(blueprint, other)
        for other in blueprint.resources
        if other.under == resource.name
        and other.field(other.parent_field).on_delete == "restrict"
        and actors.deleting == actors.making
        and can_make(blueprint, other, actors.making)
    ]
