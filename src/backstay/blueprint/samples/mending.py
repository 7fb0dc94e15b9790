"""Mending: a row that breaks rules is changed, step by step, until it breaks none."""

from collections.abc import Collection, Iterator, Sequence
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
    """The bound rules that a row breaks; unknown breaks none, a sum beyond the calendar does."""
    return [check for check in checks if _breaks(check, row)]


def _breaks(check: Expression, row: Row) -> bool:
    try:
        return evaluate(check, row, NOW, SOME_ID) is False
    except OverflowError:
        return True


def is_true(tree: Expression, row: Row) -> bool:
    """Whether a bound condition is true of a row; unknown is not, nor a sum beyond the calendar."""
    try:
        return evaluate(tree, row, NOW, SOME_ID) is True
    except OverflowError:
        return False


def mended(
    blueprint: Blueprint,
    resource: Resource,
    row: Row,
    checks: Sequence[Expression],
    *,
    wanted: Sequence[Expression] = (),
    still: Collection[str] = (),
) -> Row | None:
    """A row that keeps every rule; None where no step leads on.

    Args: row, where to begin; checks, bound, none of which may be false; wanted, bound too, all
        of which must be true; still, fields that stay as they are.

    Each step changes what one broken rule speaks of, as few fields as will do, so that fewer rules
    are broken after it. Unlike trying all values of all fields, this takes many fields with ease.
    """
    broken = _unmet(row, checks, wanted)
    while broken:
        better = (
            changed
            for rule in broken
            for changed in _changes(blueprint, resource, row, rule, still)
            if len(_unmet(changed, checks, wanted)) < len(broken)
        )
        step = next(better, None)
        if step is None:
            return None
        row, broken = step, _unmet(step, checks, wanted)
    return row


def _unmet(
    row: Row, checks: Sequence[Expression], wanted: Sequence[Expression]
) -> list[Expression]:
    return [*broken_in(row, checks), *(tree for tree in wanted if not is_true(tree, row))]


def _changes(
    blueprint: Blueprint, resource: Resource, row: Row, rule: Expression, still: Collection[str]
) -> Iterator[Row]:
    """The row with other values in what a rule speaks of, the fewest first."""
    names = (name for name in names_in(rule, resource) if name in row and name not in still)
    fields = [resource.field(name) for name in names]
    worth = {
        field.name: [*candidates(field, blueprint), *near_literals(field, resource)]
        for field in fields
    }
    for number in range(1, MOST_FIELDS + 1):
        for chosen in combinations(worth, number):
            tries = product(*(worth[name] for name in chosen))
            for values in islice(tries, MOST_TRIES):
                yield row | dict(zip(chosen, values, strict=True))
