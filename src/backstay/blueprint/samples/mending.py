"""Mending: a row that breaks rules is changed, step by step, until it breaks none."""

from collections.abc import Iterator, Sequence
from itertools import combinations, islice, product
from typing import Any

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions import evaluate, names_in
from backstay.blueprint.model import Expression
from backstay.blueprint.samples.literals import near_literals
from backstay.blueprint.samples.values import NOW, SOME_ID, candidates

MOST_FIELDS = 3
MOST_TRIES = 2_000

Row = dict[str, Any]


def broken_in(row: Row, checks: Sequence[Expression]) -> list[Expression]:
    """The bound rules that a row breaks; unknown breaks none."""
    return [check for check in checks if evaluate(check, row, NOW, SOME_ID) is False]


def mended(
    blueprint: Blueprint, resource: Resource, row: Row, checks: Sequence[Expression]
) -> Row | None:
    """A row that keeps every rule; None where no step leads on.

    Each step changes what one broken rule speaks of, as few fields as will do, so that fewer rules
    are broken after it. Unlike trying all values of all fields, this takes many fields with ease.
    """
    broken = broken_in(row, checks)
    while broken:
        better = (
            changed
            for rule in broken
            for changed in _changes(blueprint, resource, row, rule)
            if len(broken_in(changed, checks)) < len(broken)
        )
        step = next(better, None)
        if step is None:
            return None
        row, broken = step, broken_in(step, checks)
    return row


def _changes(blueprint: Blueprint, resource: Resource, row: Row, rule: Expression) -> Iterator[Row]:
    """The row with other values in what a rule speaks of, the fewest first."""
    fields = [resource.field(name) for name in names_in(rule, resource) if name in row]
    worth = {
        field.name: [*candidates(field, blueprint), *near_literals(field, resource)]
        for field in fields
    }
    for number in range(1, MOST_FIELDS + 1):
        for names in combinations(worth, number):
            tries = product(*(worth[name] for name in names))
            for values in islice(tries, MOST_TRIES):
                yield row | dict(zip(names, values, strict=True))
