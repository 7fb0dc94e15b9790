"""Fitting: values for a stored row under which every rule holds and some fields are given."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from itertools import combinations, islice, product
from typing import Any

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions import evaluate
from backstay.blueprint.expressions.tree import bind
from backstay.blueprint.model import Expression, Field
from backstay.blueprint.samples.literals import near_literals
from backstay.blueprint.samples.rows import checks_of, plainest, spoken_fields
from backstay.blueprint.samples.values import PAST, candidates
from backstay.prove.world.values import fresh, unlike

MOST_FIELDS = 3
MOST_TRIES = 200
Values = dict[str, Any]


def kept(row: Mapping[str, Any], checks: Iterable[Expression], caller: str = "") -> bool:
    """Whether a row breaks none of the bound rules now; unknown breaks none.

    A sum beyond the calendar breaks the rule that asks for it.
    """
    now = datetime.now(UTC)
    try:
        return all(evaluate(check, row, now, caller) is not False for check in checks)
    except OverflowError:
        return False


def met(condition: Expression, row: Mapping[str, Any], caller: str = "") -> bool:
    """Whether a bound condition is true of a row now; unknown is not, nor is an endless sum."""
    try:
        return evaluate(condition, row, datetime.now(UTC), caller) is True
    except OverflowError:
        return False


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
        if kept(row, checks) and kept({**row, **(also or {})}, checks):
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
    bound = None if condition is None else bind(condition, resource)
    for changes in changes_around(blueprint, resource, now, {}):
        row = {**now, **changes}
        if (bound is None or met(bound, row)) == holds and kept(row, checks):
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
        if field.name in spoken - set(given) and field.computed is None
    ]
    worth = {
        field.name: [one for one in _worth(blueprint, resource, field) if one != now[field.name]]
        for field in fields
    }
    for number in range(MOST_FIELDS + 1):
        for names in combinations(worth, number):
            tries = product(*(worth[name] for name in names))
            for values in islice(tries, MOST_TRIES):
                yield {**given, **dict(zip(names, values, strict=True))}


def _worth(blueprint: Blueprint, resource: Resource, field: Field) -> list[Any]:
    """What is tried of a field; a reference that names something can only name nothing."""
    if field.kind == "ref":
        return [None] if field.optional else []
    return tried(blueprint, resource, field)


def another_value(
    blueprint: Blueprint, resource: Resource, field: Field, row: Mapping[str, Any]
) -> Any:
    """Another value of one field, under which every rule holds as before; None for none.

    Args: blueprint; resource; field; row, its values, where absent ones have their defaults.
    """
    whole = {**plainest(blueprint, resource), **row}
    now, checks = whole[field.name], checks_of(resource)
    other = unlike(field, now, fresh()) if field.unique else None
    for value in [other, *tried(blueprint, resource, field)]:
        if value not in (None, now) and kept({**whole, field.name: value}, checks):
            return value
    return None


def tried(blueprint: Blueprint, resource: Resource, field: Field) -> list[Any]:
    """Values of a field that are worth trying: plain ones, and those beside what rules name."""
    found = list(candidates(field, blueprint))
    if field.kind in ("date", "datetime"):
        later = [PAST + timedelta(days=days) for days in (2, 40)]
        found += later if field.kind == "datetime" else [moment.date() for moment in later]
    found += near_literals(field, resource)
    return list(dict.fromkeys(found)) if field.kind != "json" else found
