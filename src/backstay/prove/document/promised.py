"""What a document must declare of an operation: its parameters, and the answers it may give."""

from collections.abc import Iterator

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.kinds import KINDS
from backstay.blueprint.operations import Operation

TIMES = ("created_at", "updated_at")
UNKNOWN, FORBIDDEN, MISSING, CONFLICT, STALE, UNFIT, NEEDED = 401, 403, 404, 409, 412, 422, 428


def parameters_of(resource: Resource, kind: str) -> set[str]:
    """The query parameters that a list, or one row, takes."""
    expand = {"expand"} if resource.listing.expand else set()
    if kind != "list":
        return expand
    place = {"cursor"} if resource.listing.page.mode == "cursor" else {"page"}
    search = {"search"} if any(field.search for field in resource.fields) else set()
    return {"limit", "sort"} | place | search | expand | set(filters_of(resource))


def filters_of(resource: Resource) -> Iterator[str]:
    """The parameters that filter (contract.md section 2.4)."""
    for name in resource.listing.filter:
        kind = "datetime" if name in TIMES else resource.field(name).kind
        wire = name if name in TIMES else resource.field(name).wire
        if kind != "datetime":
            yield wire
        if KINDS[kind].filter == "range":
            yield f"{wire}_from"
            yield f"{wire}_to"


def statuses(blueprint: Blueprint, operation: Operation) -> Iterator[int]:
    """The statuses that an operation must declare, for the contract makes them possible."""
    yield operation.status
    if not operation.public:
        yield UNKNOWN
    if not operation.resource:
        return
    resource = blueprint.resource(operation.resource)
    if set(operation.roles) != set(blueprint.roles):
        yield FORBIDDEN
    if resource.under or operation.kind not in ("create", "list"):
        yield MISSING
    if operation.kind in ("create", "list", "replace", "update"):
        yield UNFIT
    if resource.lock and operation.kind in ("replace", "update", "delete"):
        yield from (STALE, NEEDED)
    flows = resource.flows and operation.kind in ("create", "replace", "update")
    barred = any(one.name == operation.action and one.when for one in resource.actions)
    if flows or barred:
        yield CONFLICT
