"""What each operation promises: its own objective laid over the contract's (contract.md 2.7)."""

from dataclasses import replace
from decimal import Decimal

from backstay.blueprint.contract import Blueprint
from backstay.blueprint.model import Objective
from backstay.blueprint.operations import Operation

DEFAULT = Objective(p95=Decimal(200), errors=Decimal("0.1"), availability=Decimal("99.9"), rate=100)
CLASSES = {"simple": Objective(p95=Decimal(200)), "complex": Objective(p95=Decimal(1000))}
SLA_OF = {"get": "read", "replace": "update"}


def objective_of(blueprint: Blueprint, operation: Operation) -> Objective:
    """The objective that an operation is held to; those of sign-in are `complex`."""
    if not operation.resource:
        return merged(blueprint.objective, CLASSES["complex"])
    own = blueprint.resource(operation.resource).objectives or {}
    key = operation.action or SLA_OF.get(operation.kind, operation.kind)
    return merged(blueprint.objective, own.get(key, Objective()))


def merged(base: Objective, own: Objective) -> Objective:
    """`own` where it speaks, else `base`; percentiles of `base` that would no longer rise go.

    p95 always remains, for the deadline hangs on it: where only a smaller p99 is promised,
    p95 is that p99.
    """
    low, high = own.p50, own.p99
    p95 = own.p95 or base.p95
    if p95 is not None and not own.p95 and high is not None:
        p95 = min(p95, high)
    if high is None and base.p99 is not None and base.p99 >= (p95 or Decimal(0)):
        high = base.p99
    if low is None and base.p50 is not None and p95 is not None and base.p50 <= p95:
        low = base.p50
    return replace(
        base,
        p50=low,
        p95=p95,
        p99=high,
        errors=base.errors if own.errors is None else own.errors,
        availability=own.availability or base.availability,
        rate=own.rate or base.rate,
    )


def rises(objective: Objective) -> bool:
    """Whether the percentiles that are said rise: p50, p95, p99."""
    said = [p for p in (objective.p50, objective.p95, objective.p99) if p is not None]
    return said == sorted(said)


def deadline_of(objective: Objective) -> Decimal:
    """After how many seconds a request is given up: 10 x p95, within 2 s and 30 s."""
    p95 = objective.p95 or DEFAULT.p95 or Decimal(0)
    return min(Decimal(30), max(Decimal(2), p95 / 100))
