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
MOST_RINGS = 3
MOST_CHANGES = 10_000

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
            for names in _together(resource, broken, [*checks, *wanted])
            for changed in islice(
                _changes(blueprint, resource, row, names - {*still}), MOST_CHANGES
            )
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


def _together(
    resource: Resource, broken: Sequence[Expression], conditions: Sequence[Expression]
) -> Iterator[set[str]]:
    """The fields to change: those of one broken rule, then also of what speaks of one of them."""
    spoken = [{*names_in(condition, resource)} for condition in conditions]
    close = [{*names_in(rule, resource)} for rule in broken]
    for _ in range(MOST_RINGS):
        yield from close
        close = [own.union(*(names for names in spoken if own & names)) for own in close]


def _changes(
    blueprint: Blueprint, resource: Resource, row: Row, names: Collection[str]
) -> Iterator[Row]:
    """The row with other values in these fields, as few of them as can be first."""
    fields = [field for field in resource.fields if field.name in names and field.name in row]
    worth = {
        field.name: [*candidates(field, blueprint), *near_literals(field, resource)]
        for field in fields
    }
    for number in range(1, MOST_FIELDS + 1):
        for chosen in combinations(worth, number):
            tries = product(*(worth[name] for name in chosen))
            for values in islice(tries, MOST_TRIES):
                yield row | dict(zip(chosen, values, strict=True))
