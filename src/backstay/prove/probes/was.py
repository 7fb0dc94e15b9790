"""migrate: what was renamed stands under its new name only, in the tables and on the wire."""

from collections.abc import Iterator
from functools import partial

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Field
from backstay.blueprint.naming import plural
from backstay.blueprint.samples.makers import maker_role
from backstay.prove.attempt import Attempt
from backstay.prove.project.tables import tables_of
from backstay.prove.trial import Trial


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for each `was`."""
    for resource in blueprint.resources:
        key = f"resources.{resource.name}"
        if resource.was:
            claim = f"{resource.was} is called {resource.name} everywhere"
            run = partial(_resource, resource)
            yield Trial("migrate", f"{key}.was", resource.keys["was"], claim, run)
        for field in resource.fields:
            if field.was:
                claim = f"{field.was} of {resource.plural} is called {field.name} everywhere"
                run = partial(_field, resource, field)
                yield Trial("migrate", f"{key}.fields.{field.name}", field.at, claim, run)


async def _resource(resource: Resource, attempt: Attempt) -> None:
    tables = await tables_of(attempt.world.database)
    attempt.controlled(resource.plural in tables, f"there is no table {resource.plural}")
    old = plural(resource.was)
    taken = any(one.plural == old for one in attempt.world.blueprint.resources)
    attempt.require(taken or old not in tables, f"there still is a table {old}")


async def _field(resource: Resource, field: Field, attempt: Attempt) -> None:
    world = attempt.world
    who = await world.person(maker_role(world.blueprint, resource))
    row = await world.make(resource, who)
    columns = await world.database.row(resource, row.id) or {}
    attempt.controlled(field.wire in columns, f"there is no column {field.wire}")
    old = field.was if field.kind != "ref" else f"{field.was}_id"
    taken = {one.wire for one in resource.fields}
    attempt.require(old in taken or old not in columns, f"there still is a column {old}")
    attempt.require(old in taken or old not in row.data, f"answers still show {old}")
