"""The view of the tests of values that are refused over the API."""

from dataclasses import dataclass

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.samples.makers import can_make, is_guarded, may_write, needed_fields
from backstay.blueprint.samples.values import candidates
from backstay.build.naming.names import Names, names_of
from backstay.build.samples.bad import bad_values
from backstay.build.samples.text import json_text
from backstay.build.views.scope import role_name
from backstay.build.views.sending import Pair
from backstay.build.views.testing.actors import Actors, actors_of
from backstay.build.views.testing.factory import body_fields


@dataclass(frozen=True, slots=True)
class ValuesView:
    """What the template of refused values prints; each list may be empty.

    Attributes:
        bad: for each field, the values that nobody may send, as Python.
        guarded: role, field and value of what only others may send.
    """

    n: Names
    actors: Actors
    bad: tuple[tuple[str, str], ...]
    required: tuple[str, ...]
    references: tuple[str, ...]
    guarded: tuple[tuple[str, Pair], ...]


def values_view(blueprint: Blueprint, resource: Resource) -> ValuesView:
    """The refused values of a resource that somebody can make."""
    actors = actors_of(blueprint, resource)
    most = blueprint.limits.body
    bad = [(field.wire, ", ".join(bad_values(field, most))) for field in body_fields(resource)]
    return ValuesView(
        n=names_of(blueprint, resource),
        actors=actors,
        bad=tuple((wire, texts) for wire, texts in bad if texts),
        required=tuple(
            field.wire for field in needed_fields(resource) if may_write(field, actors.making)
        ),
        references=tuple(
            field.wire
            for field in resource.fields
            if field.kind == "ref"
            and field.name != resource.parent_field
            and may_write(field, actors.making)
        ),
        guarded=tuple(_guarded(blueprint, resource)),
    )


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
