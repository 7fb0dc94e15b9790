"""Bodies: what a request sends to make a row that keeps every rule."""

from collections.abc import Iterator
from functools import reduce
from itertools import islice
from typing import Any

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions.tree import bind
from backstay.blueprint.model import Expression, Field
from backstay.blueprint.samples.makers import is_guarded, may_write
from backstay.blueprint.samples.mending import is_true
from backstay.blueprint.samples.rows import all_hold, checks_of, good_rows, plainest
from backstay.prove.world.values import fresh, unlike

MOST_TRIES = 2_000

Values = dict[str, Any]


class NoRowError(Exception):
    """No row was found that the contract allows; the message says of what."""


def good_values(blueprint: Blueprint, resource: Resource, role: str) -> Values:
    """Values that somebody with the role may create a row with, references left open.

    Rows that no partial uniqueness speaks of come first, so that the next one does not collide.
    Raises: NoRowError.
    """
    spoken = [rule.when for rule in resource.rules if rule.unique and rule.when]
    rows = _startable(blueprint, resource, role, spoken)
    free = [bind(condition, resource) for condition in spoken]
    silent = plainest(blueprint, resource)
    first = None
    for row in islice(rows, MOST_TRIES):
        first = first or row
        if not any(is_true(condition, silent | row) for condition in free):
            return _renumbered(resource, row)
    if first is None:
        raise NoRowError(f"no {resource.name} was found that keeps every rule of the contract")
    return _renumbered(resource, first)


def _startable(
    blueprint: Blueprint, resource: Resource, role: str, about: list[Expression]
) -> Iterator[Values]:
    """Rows that can be created as they are: flows stand at their start, what is guarded is left.

    What `about` speaks of varies first.
    """
    fields = {field.name: field for field in resource.fields}
    starts = {flow.field: flow.start for flow in resource.flows}
    first: Values = {}
    all_of = reduce(lambda one, other: Expression("and", (one, other)), about) if about else None
    for row in good_rows(blueprint, resource, all_of):
        first = first or row
        if any(row[name] != start for name, start in starts.items()):
            continue
        if any(row[name] != first[name] for name in row if not may_write(fields[name], role)):
            continue
        yield {name: value for name, value in row.items() if sendable(fields[name], resource, role)}


def sendable(field: Field, resource: Resource, role: str) -> bool:
    """Whether a creation by that role sends the field: references are filled in later."""
    if field.name == resource.parent_field or field.kind == "ref":
        return False
    return may_write(field, role) and not (is_guarded(field) and field.default is not None)


def told_by(field: Field, resource: Resource, role: str) -> bool:
    """As `sendable`, with the references that are theirs to choose."""
    if field.kind != "ref":
        return sendable(field, resource, role)
    theirs = field.default is None and may_write(field, role)
    return theirs and field.name != resource.parent_field


def unique_names(resource: Resource) -> set[str]:
    """The fields that must be unique, by themselves or together with others."""
    alone = {field.name for field in resource.fields if field.unique}
    return alone | {name for rule in resource.rules for name in rule.unique}


def _renumbered(resource: Resource, row: Values) -> Values:
    """The row with values of its own in every field that must be unique, rules permitting."""
    fields = {field.name: field for field in resource.fields}
    alone, number = unique_names(resource), fresh()
    for name in [name for name in row if name in alone]:
        tried = row | {name: unlike(fields[name], row[name], number)}
        whole = dict.fromkeys(fields) | tried
        if all_hold(whole, checks_of(resource)):
            row = tried
    return row
