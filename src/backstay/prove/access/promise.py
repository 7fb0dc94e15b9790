"""Promise: the answer that contract.md section 5 promises one caller for one operation."""

from dataclasses import dataclass

from backstay.blueprint.access import may_ever
from backstay.blueprint.contract import Blueprint
from backstay.blueprint.operations import Operation
from backstay.prove.world.person import Person
from backstay.prove.world.rights import reaches, reads
from backstay.prove.world.row import Row

FORBIDDEN, MISSING, CONFLICT, UNFIT = 403, 404, 409, 422
STATE = ("action_refused", "flow_refused", "not_unique", "still_referenced", "rule_broken")


@dataclass(frozen=True, slots=True)
class Promise:
    """The statuses of which one must come, and the codes of those that are errors.

    `granted` says whether the contract lets the caller do it; what then contradicts the state of
    the row (an action out of turn, a reference to something foreign) is another check's matter.
    """

    granted: bool
    statuses: tuple[int, ...]
    codes: tuple[str, ...] = ()


REFUSED = Promise(granted=False, statuses=(FORBIDDEN,), codes=("forbidden",))
GONE = Promise(granted=False, statuses=(MISSING,))


def promised(
    blueprint: Blueprint, operation: Operation, who: Person, row: Row | None, parent: Row | None
) -> Promise:
    """What the contract promises.

    Args: blueprint; operation; who asks; row, None where there is none; parent, None at the top.
    """
    resource = blueprint.resource(operation.resource)
    gate = "create" if operation.kind == "create" else "read"
    if not may_ever(blueprint, resource, who.role, gate):
        return REFUSED
    if not reads(blueprint, who, parent):
        return GONE
    if operation.kind in ("create", "list"):
        return _granted(operation)
    if row is None or not reads(blueprint, who, row):
        return GONE
    return _granted(operation) if reaches(blueprint, who, operation.verb, row) else REFUSED


def _granted(operation: Operation) -> Promise:
    if operation.kind in ("get", "list"):
        return Promise(granted=True, statuses=(operation.status,))
    statuses = (operation.status, CONFLICT, UNFIT)
    return Promise(granted=True, statuses=statuses, codes=("", *STATE, "unknown_reference"))
