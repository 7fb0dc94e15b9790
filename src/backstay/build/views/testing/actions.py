"""The view of the tests of actions: states in which they happen, and in which they do not."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from backstay.blueprint.access import row_grant
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions import evaluate
from backstay.blueprint.expressions.tree import bind
from backstay.blueprint.model import Action, Field
from backstay.blueprint.naming import kebab
from backstay.blueprint.samples.makers import maker_role, reaches_own
from backstay.blueprint.samples.mending import Row
from backstay.blueprint.samples.rows import (
    all_hold,
    checks_of,
    good_row,
    good_rows,
    is_true,
    spoken_fields,
    stored_fields,
)
from backstay.blueprint.samples.values import NOW, SOME_ID
from backstay.build.naming.names import Names, enum_name, enums_of, names_of
from backstay.build.samples.text import row_text
from backstay.build.views.scope import role_name
from backstay.build.views.sending import Pair
from backstay.build.views.testing.actors import Actors, actors_of, sees_all

MOST_ROWS = 5_000


@dataclass(frozen=True, slots=True)
class ActionTest:
    """One action: who does it, the state that it needs and one that it refuses."""

    name: str
    path: str
    actor: str
    by_maker: bool
    ready: tuple[Pair, ...] | None
    unready: tuple[Pair, ...] | None


@dataclass(frozen=True, slots=True)
class ActionTestsView:
    """What the template of the tests of actions prints."""

    n: Names
    actors: Actors
    actions: tuple[ActionTest, ...]
    enums: str


def action_tests_view(blueprint: Blueprint, resource: Resource) -> ActionTestsView:
    """The tests of a resource's actions, as far as somebody can do them."""
    actors = actors_of(blueprint, resource)
    tests = [
        _test(blueprint, resource, action, actor)
        for action in resource.actions
        if (actor := _actor(blueprint, resource, action))
    ]
    enums = ", ".join(enums_of(blueprint, resource))
    return ActionTestsView(names_of(blueprint, resource), actors, tuple(tests), enums)


def _actor(blueprint: Blueprint, resource: Resource, action: Action) -> str:
    maker = maker_role(blueprint, resource)
    if reaches_own(blueprint, resource, maker, action.name):
        return maker
    for role in blueprint.roles:
        everything = row_grant(blueprint, resource, role, action.name).everything
        if everything and sees_all(blueprint, resource, role):
            return role
    return ""


def _test(blueprint: Blueprint, resource: Resource, action: Action, actor: str) -> ActionTest:
    when = bind(action.when, resource) if action.when is not None else None
    checks = checks_of(resource)
    ready = (
        row
        for row in _rows(blueprint, resource, action)
        if (when is None or is_true(when, row))
        and _steps(resource, row, after := row | _effect(resource, action, row))
        and all_hold(after, checks)
    )
    unready = (
        row
        for row in _rows(blueprint, resource, action)
        if when is not None and not is_true(when, row)
    )
    return ActionTest(
        name=action.name,
        path=kebab(action.name),
        actor=role_name(actor),
        by_maker=actor == maker_role(blueprint, resource),
        ready=_state(blueprint, resource, next(ready, None)),
        unready=_state(blueprint, resource, next(unready, None)),
    )


def _rows(blueprint: Blueprint, resource: Resource, action: Action) -> Iterator[Row]:
    """Good rows that refer to what a new one refers to: tests change no references."""
    plain = good_row(blueprint, resource) or {}
    references = [field.name for field in resource.fields if field.kind == "ref"]
    tried = islice(good_rows(blueprint, resource, action.when), MOST_ROWS)
    return (row for row in tried if all(row[name] == plain[name] for name in references))


def _effect(resource: Resource, action: Action, row: Row) -> Row:
    """What an action sets on a row."""
    found: Row = {}
    for name, value in action.sets:
        field = resource.field(name)
        if field.kind == "enum" and value.op == "name":
            found[name] = str(value.parts[0])
        else:
            today = field.kind == "date" and value.op == "now"
            found[name] = (
                NOW.date() if today else evaluate(bind(value, resource), row, NOW, SOME_ID)
            )
    return found


def _steps(resource: Resource, row: Row, after: Row) -> bool:
    """Whether every flow allows the change."""
    return all(
        after[flow.field] == row[flow.field] or (row[flow.field], after[flow.field]) in flow.edges
        for flow in resource.flows
    )


def _state(blueprint: Blueprint, resource: Resource, row: Row | None) -> tuple[Pair, ...] | None:
    """A row's state as Python: what rules, flows and actions speak of."""
    if row is None:
        return None
    spoken = spoken_fields(resource)
    return tuple(
        Pair(field.wire, row_text(row[field.name], member_class(blueprint, resource, field)))
        for field in stored_fields(resource)
        if field.name in spoken and field.kind != "ref"
    )


def member_class(blueprint: Blueprint, resource: Resource, field: Field) -> str:
    """The class of an enum's members; empty for other fields."""
    return enum_name(blueprint, resource, field) if field.kind in ("enum", "role") else ""
