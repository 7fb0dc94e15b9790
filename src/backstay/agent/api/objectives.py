"""The objectives of a contract as the file that people read: per operation, with its budget."""

from typing import Any

from backstay.blueprint.contract import Blueprint
from backstay.blueprint.objectives import objective_of
from backstay.blueprint.operations import operations

WINDOW = "30d"


def objectives(blueprint: Blueprint) -> dict[str, Any]:
    """The SLO document: what is promised, over which window, and how much may go wrong."""
    whole = blueprint.objective
    return {
        "service": blueprint.service,
        "version": blueprint.version,
        "window": WINDOW,
        "availability_percent": _number(whole.availability),
        "errors_percent": _number(whole.errors),
        "mix_p95_ms": 500,
        "requests_per_second": whole.rate,
        "operations": [
            {
                "id": one.id,
                "method": one.method,
                "route": one.path,
                **{
                    f"{name}_ms": _number(value)
                    for name in ("p50", "p95", "p99")
                    if (value := getattr(objective_of(blueprint, one), name)) is not None
                },
            }
            for one in operations(blueprint)
        ],
    }


def _number(value: Any) -> float | None:
    return None if value is None else float(value)
