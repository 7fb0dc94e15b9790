"""Literals: values of a field at, just below and just above what rules and actions name."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from backstay.blueprint.bounds import bounds
from backstay.blueprint.contract import Resource
from backstay.blueprint.expressions.tree import walk
from backstay.blueprint.kinds import greatest
from backstay.blueprint.model import Expression, Field
from backstay.blueprint.samples.values import FUTURE, PAST, exact

BESIDE = (-1, 0, 1)
MOST_AWAY = timedelta(days=36_500)
"""A century: no moment that is so far from a plain one leaves the calendar."""


def near_literals(field: Field, resource: Resource) -> list[Any]:
    """Allowed values of a field for which a rule may change its mind; none where none is named."""
    return list(dict.fromkeys(_near(field, resource)))


def _near(field: Field, resource: Resource) -> Iterator[Any]:
    if field.kind == "text":
        low, high = bounds(field)
        yield from (text for text in _named(resource, "string") if low <= len(text) <= high)
        return
    numbers = sorted({Decimal(str(number)) for number in _named(resource, "number")})
    if field.kind == "decimal":
        unit = Decimal(1).scaleb(-(field.places or 0))
        beside = (number + step * unit for number in numbers for step in BESIDE)
        yield from (exact(field, number) for number in beside if in_range(field, number))
        return
    whole = [int(number) + step for number in numbers for step in BESIDE]
    if field.kind in ("int", "seconds"):
        low, high = bounds(field)
        yield from (number for number in whole if low <= number <= high)
    elif field.kind == "date":
        yield from (moment.date() for moment in _moments(timedelta(days=1), whole))
    elif field.kind == "datetime":
        yield from _moments(timedelta(seconds=1), whole)


def _moments(unit: timedelta, numbers: list[int]) -> Iterator[datetime]:
    """So many units before and after the plain moments."""
    for moment in (PAST, FUTURE):
        for number in numbers:
            away = abs(number) * unit
            if away <= MOST_AWAY:
                yield moment + away
                yield moment - away


def _named(resource: Resource, kind: str) -> Iterator[Any]:
    """The literals of one kind, in the order of their mention."""
    conditions = [rule.check for rule in resource.rules] + [rule.when for rule in resource.rules]
    conditions += [action.when for action in resource.actions]
    conditions += [value for action in resource.actions for _, value in action.sets]
    conditions += [field.computed for field in resource.fields]
    for condition in conditions:
        if isinstance(condition, Expression):
            yield from (node.parts[0] for node in walk(condition) if node.op == kind)


def in_range(field: Field, number: Decimal) -> bool:
    """Whether a decimal keeps the bounds of its field."""
    most = greatest(field.digits or 0, field.places or 0)
    low = -most if field.low is None else field.low
    return low <= number <= (most if field.high is None else field.high)
