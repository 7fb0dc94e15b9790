"""Fitting: values for a stored row under which every rule holds and some fields are given."""

from collections.abc import Iterator, Mapping
from itertools import islice, product
from typing import Any

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions.tree import bind
from backstay.blueprint.model import Expression
from backstay.blueprint.samples.rows import all_hold, checks_of, is_true, spoken_fields
from backstay.blueprint.samples.values import candidates

MOST_TRIES = 5_000
Values = dict[str, Any]


def fitted(
    blueprint: Blueprint,
    resource: Resource,
    now: Mapping[str, Any],
    given: Mapping[str, Any],
    also: Mapping[str, Any] | None = None,
) -> Values | None:
    """The changes, `given` included, after which every rule holds; None where none were found.

    Args: now, the row's values; given, what must come out; also, values under which, put on top
    of the rest, every rule must hold too.
    """
    checks = checks_of(resource)
    for changes in changes_around(blueprint, resource, now, given):
        row = {**now, **changes}
        if all_hold(row, checks) and all_hold({**row, **(also or {})}, checks):
            return changes
    return None


def made_true(
    blueprint: Blueprint,
    resource: Resource,
    now: Mapping[str, Any],
    condition: Expression | None,
    *,
    holds: bool = True,
) -> Values | None:
    """The changes after which a condition is true, or is not, and every rule holds."""
    checks = checks_of(resource)
    for changes in changes_around(blueprint, resource, now, {}):
        row = {**now, **changes}
        met = condition is None or is_true(bind(condition, resource), row)
        if met == holds and all_hold(row, checks):
            return changes
    return None


def changes_around(
    blueprint: Blueprint, resource: Resource, now: Mapping[str, Any], given: Mapping[str, Any]
) -> Iterator[Values]:
    """Changes of what rules and actions speak of, with those that are given, the fewest first."""
    spoken = spoken_fields(resource)
    fields = [
        field
        for field in resource.fields
        if field.name in spoken - set(given) and field.computed is None and field.kind != "ref"
    ]
    yield dict(given)
    for field in fields:
        for value in candidates(field, blueprint):
            yield {**given, field.name: value}
    names = [field.name for field in fields]
    tries = product(*([now[field.name], *candidates(field, blueprint)] for field in fields))
    for values in islice(tries, MOST_TRIES):
        yield {**given, **dict(zip(names, values, strict=True))}
