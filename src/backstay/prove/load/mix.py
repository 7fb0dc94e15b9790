"""Mix: how many requests of each operation a run holds."""

from math import log10

from backstay.blueprint.contract import Blueprint
from backstay.blueprint.operations import Operation, operations
from backstay.prove.seeding.amounts import amounts_of

READS, WRITES = 3, 1
LEAST = 20
"""A p95 of fewer answers says nothing."""


def mix_of(blueprint: Blueprint, total: int) -> dict[Operation, int]:
    """Requests by operation, at least `total` together.

    A resource weighs as much as its rows have digits, a read three times as much as a write;
    sign-in weighs one.
    """
    weights = {one: _weight(blueprint, one) for one in operations(blueprint)}
    whole = sum(weights.values())
    return {one: max(LEAST, round(total * weight / whole)) for one, weight in weights.items()}


def _weight(blueprint: Blueprint, operation: Operation) -> float:
    if not operation.resource:
        return 1.0
    rows = amounts_of(blueprint)[operation.resource]
    kind = READS if operation.method == "GET" else WRITES
    return max(1.0, log10(max(rows, 1))) * kind
