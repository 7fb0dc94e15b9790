"""The view of the unit tests of actions: by whoever may, in states that refer to anything."""

from collections.abc import Iterator
from dataclasses import dataclass

from backstay.blueprint.access import roles_with, row_grant
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Action, Expression
from backstay.blueprint.samples.mending import Row
from backstay.blueprint.samples.rows import good_row, stored_fields
from backstay.build.views.actions import method_of
from backstay.build.views.scope import role_name
from backstay.build.views.sending import Pair
from backstay.build.views.testing.pairs import pairs_of
from backstay.build.views.testing.states import Start, ready, unready


@dataclass(frozen=True, slots=True)
class ActingTest:
    """One action in one state: its method, who does it, and what differs from a good row."""

    name: str
    role: str
    state: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class ActingTestsView:
    """What the template of the unit tests of actions prints; `untested` is for the report."""

    happening: tuple[ActingTest, ...]
    refused: tuple[ActingTest, ...]
    untested: tuple[str, ...]


def acting_tests_view(blueprint: Blueprint, resource: Resource) -> ActingTestsView:
    """The tests of the actions that somebody is granted, each by itself."""
    happening: list[ActingTest] = []
    refused: list[ActingTest] = []
    untested = []
    for action in resource.actions:
        roles = roles_with(blueprint, resource, action.name)
        if not roles:
            continue
        starts = list(_starts(blueprint, resource, action))
        for tests, state in ((happening, ready), (refused, unready)):
            tries = ((role, state(blueprint, resource, action, start)) for role, start in starts)
            role, row = next(((role, row) for role, row in tries if row is not None), ("", None))
            if row is not None:
                tests.append(
                    ActingTest(method_of(action.name), role, _state(blueprint, resource, row))
                )
        if not any(one.name == method_of(action.name) for one in happening):
            untested.append(f"not tested: no {resource.name} was found to {action.name}")
    return ActingTestsView(tuple(happening), tuple(refused), tuple(untested))


def _starts(
    blueprint: Blueprint, resource: Resource, action: Action
) -> Iterator[tuple[str, Start]]:
    """Roles that may do it, as Python, and rows that are theirs where it must be their own."""
    row = good_row(blueprint, resource) or {}
    for role in blueprint.roles:
        scope = row_grant(blueprint, resource, role, action.name)
        if scope.everything or scope.self_only:
            yield role_name(role), Start(row)
        for name in scope.owners:
            own = Expression("=", (Expression("name", (name,)), Expression("caller", ())))
            yield role_name(role), Start(row, wanted=[own])


def _state(blueprint: Blueprint, resource: Resource, row: Row) -> tuple[Pair, ...]:
    plain = good_row(blueprint, resource) or {}
    fields = [one for one in stored_fields(resource) if row[one.name] != plain[one.name]]
    return pairs_of(blueprint, resource, row, fields)
