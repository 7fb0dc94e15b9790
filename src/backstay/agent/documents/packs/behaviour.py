"""How an operation behaves under load and on failure, from what the contract promises (R-027)."""

from backstay.blueprint.contract import Blueprint
from backstay.blueprint.objectives import deadline_of, objective_of
from backstay.blueprint.operations import Operation

_WRITES = ("POST", "PUT", "PATCH", "DELETE")


def under_load(blueprint: Blueprint, operation: Operation) -> str:
    """What holds it when many ask at once."""
    objective, limits = objective_of(blueprint, operation), blueprint.limits
    promise = f"p95 under {objective.p95:f} ms at {objective.rate} requests a second of all"
    parts = [
        f"{promise}, errors below {objective.errors:f}%",
        f"429 after {limits.requests} requests in {limits.seconds} s of one caller",
        "503 with Retry-After when the process or the pool is full",
    ]
    if operation.method in _WRITES and operation.kind not in ("delete", "action"):
        parts.append(f"413 over {limits.body} bytes")
    if operation.kind == "list":
        page = blueprint.resource(operation.resource).listing.page
        parts.append(f"at most {page.max} rows a page, {page.default} unless asked")
    return "; ".join(parts)


def on_failure(blueprint: Blueprint, operation: Operation) -> str:
    """What happens when a part of it fails midway."""
    seconds = deadline_of(objective_of(blueprint, operation))
    parts = [
        f"given up after {seconds:f} s with 504",
        "503 with Retry-After while the database is away",
    ]
    if operation.method in _WRITES:
        parts.append("one transaction, committed before the answer or not at all")
    if operation.method == "POST":
        parts.append("repeated with its Idempotency-Key it has one effect")
    if operation.kind in ("replace", "update", "delete"):
        locked = blueprint.resource(operation.resource).lock
        how = "428 without If-Match, 412" if locked else "If-Match is honoured, 412"
        parts.append(f"{how} when somebody was faster")
    if operation.method == "GET":
        parts.append("safe to repeat")
    return "; ".join(parts)
