"""The view of the tests of actions over the API: states in which they happen, or are refused."""

from dataclasses import dataclass

from backstay.blueprint.access import row_grant
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Action, Field
from backstay.blueprint.naming import kebab
from backstay.blueprint.samples.makers import maker_role, reaches_own
from backstay.blueprint.samples.mending import Row
from backstay.blueprint.samples.rows import good_row, spoken_fields, stored_fields
from backstay.blueprint.samples.values import OTHER_ID, SOME_ID
from backstay.build.naming.names import Names, enums_of, names_of
from backstay.build.samples.text import row_text
from backstay.build.views.scope import role_name
from backstay.build.views.sending import Pair
from backstay.build.views.testing.actors import Actors, actors_of, sees_all
from backstay.build.views.testing.pairs import member_class
from backstay.build.views.testing.states import Start, ready, unready


@dataclass(frozen=True, slots=True)
class ActionTest:
    """One action in one state: its path, and who does it."""

    path: str
    actor: str
    state: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class ActionTestsView:
    """What the template of the tests of actions prints; `enums` are the classes that it needs."""

    n: Names
    actors: Actors
    happening: tuple[ActionTest, ...]
    refused: tuple[ActionTest, ...]
    enums: str


def action_tests_view(blueprint: Blueprint, resource: Resource) -> ActionTestsView:
    """The tests of a resource's actions, as far as somebody can do them to a new row."""
    happening: list[ActionTest] = []
    refused: list[ActionTest] = []
    for action in resource.actions:
        actor = _actor(blueprint, resource, action)
        if not actor:
            continue
        by_maker = actor == maker_role(blueprint, resource)
        references = _references(blueprint, resource, SOME_ID if by_maker else OTHER_ID)
        plain = good_row(blueprint, resource) or {}
        start = Start(plain | references, still=references.keys())
        for tests, row in (
            (happening, ready(blueprint, resource, action, start)),
            (refused, unready(blueprint, resource, action, start)),
        ):
            if row is not None:
                state = _state(blueprint, resource, row)
                tests.append(ActionTest(kebab(action.name), role_name(actor), state))
    enums = ", ".join(enums_of(blueprint, resource))
    actors = actors_of(blueprint, resource)
    return ActionTestsView(
        names_of(blueprint, resource), actors, tuple(happening), tuple(refused), enums
    )


def _actor(blueprint: Blueprint, resource: Resource, action: Action) -> str:
    maker = maker_role(blueprint, resource)
    if reaches_own(blueprint, resource, maker, action.name):
        return maker
    for role in blueprint.roles:
        everything = row_grant(blueprint, resource, role, action.name).everything
        if everything and sees_all(blueprint, resource, role):
            return role
    return ""


def _references(blueprint: Blueprint, resource: Resource, maker: object) -> Row:
    """What a new row refers to, of all that conditions speak of: tests change no references."""
    spoken, login = spoken_fields(resource), blueprint.login.name
    found: Row = {}
    for field in resource.fields:
        if field.kind == "ref" and field.name in spoken:
            given = not field.optional or field.default is not None
            named = maker if field.target == login else SOME_ID
            found[field.name] = named if given else None
    return found


def _state(blueprint: Blueprint, resource: Resource, row: Row) -> tuple[Pair, ...]:
    """What of a new row must be different, as Python; references are as they were made."""
    plain, spoken = good_row(blueprint, resource) or {}, spoken_fields(resource)
    return tuple(
        Pair(field.wire, row_text(row[field.name], member_class(blueprint, resource, field)))
        for field in stored_fields(resource)
        if field.kind != "ref"
        and field.name in spoken
        and (_varies(resource, field) or row[field.name] != plain[field.name])
    )


def _varies(resource: Resource, field: Field) -> bool:
    """Whether a new row has it by the clock, or another value each time."""
    by_clock = field.default is not None and field.default.op == "now"
    return by_clock or field.unique or any(field.name in rule.unique for rule in resource.rules)
