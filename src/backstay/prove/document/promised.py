"""What a document must declare of an operation: its parameters, and the answers it may give."""

from collections.abc import Iterator

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.kinds import KINDS
from backstay.blueprint.operations import Operation

TIMES = ("created_at", "updated_at")
UNKNOWN, MISSING, CONFLICT, STALE, MEDIA, NEEDED = 401, 404, 409, 412, 415, 428
ALWAYS = (400, 403, 408, 413, 414, 422, 429, 431, 500, 503, 504)
"""Refused before anybody asks what the request is for, or for want of time: whatever it is for."""

WITH_A_BODY = ("register", "login", "refresh", "create", "replace", "update")


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
    """The statuses that an operation must declare, for contract or language make them possible."""
    yield operation.status
    yield from ALWAYS
    if not operation.public:
        yield UNKNOWN
    if operation.kind in WITH_A_BODY:
        yield MEDIA
    if operation.method == "POST" and not operation.public:
        yield CONFLICT  # of its Idempotency-Key
    if operation.resource:
        yield from _of_the_resource(blueprint.resource(operation.resource), operation)


def _of_the_resource(resource: Resource, operation: Operation) -> Iterator[int]:
    if resource.under or operation.kind not in ("create", "list"):
        yield MISSING
    if resource.lock and operation.kind in ("replace", "update", "delete"):
        yield from (STALE, NEEDED)
    flows = resource.flows and operation.kind in ("create", "replace", "update")
    barred = any(one.name == operation.action and one.when for one in resource.actions)
    if flows or barred:
        yield CONFLICT


def may_declare(blueprint: Blueprint, operation: Operation) -> set[int]:
    """All that an operation has a reason to declare: writes meet conflicts that only rows know of.

    A version that was read may be sent along with every change.
    """
    found = set(statuses(blueprint, operation))
    if operation.method != "GET":
        found.add(CONFLICT)
    if operation.kind in ("replace", "update", "delete"):
        found.add(STALE)
    if operation.kind in ("login", "refresh"):
        found.add(UNKNOWN)
    return found
