"""Portions: the seeded rows that each changing operation has for itself, with who may use it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from uuid import UUID

from backstay.blueprint.access import row_grant
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.operations import Operation, operations
from backstay.prove.load.reach import Pair, Reach
from backstay.prove.load.removals import makes_to_delete
from backstay.prove.seeding.stock import Stock, Stored, values_in
from backstay.prove.seeding.taking import Taking
from backstay.prove.seeding.uniques import Uniques

MOST = 4_000
SIGNS_IN = {"email", "role", "is_active"}
CHANGES = ("replace", "update", "action")


class Portions:
    """Shares out the rows of one resource.

    Each is met by one operation at most, so that none meets what another has changed. Actions
    have the rows on which they may be taken.

    Args: blueprint; resource; stock; reach; rows, in the order in which they are given away.
    """

    def __init__(
        self,
        blueprint: Blueprint,
        resource: Resource,
        stock: Stock,
        reach: Reach,
        rows: Iterable[Stored],
    ) -> None:
        self._blueprint = blueprint
        self._resource = resource
        self._stock = stock
        self._reach = reach
        self._uniques = stock.uniques.setdefault(resource.name, Uniques(resource))
        self._takings = {one.name: Taking(resource, one) for one in resource.actions}
        self._now = datetime.now(UTC)
        self._pairs = self._shared_out(rows)

    def of(self, operation: Operation) -> Sequence[Pair]:
        """Rows of one operation, each with somebody who may use it there; none for a read."""
        return self._pairs.get(operation, ())

    @property
    def leaving(self) -> set[UUID]:
        """The ids of the rows that are deleted."""
        gone = (pairs for operation, pairs in self._pairs.items() if operation.kind == "delete")
        return {UUID(str(row["id"])) for pairs in gone for _, row in pairs}

    def _shared_out(self, rows: Iterable[Stored]) -> dict[Operation, list[Pair]]:
        """Each row goes to the operation that has the fewest of those that can use it."""
        own = [one for one in operations(self._blueprint) if self._is_ours(one)]
        found: dict[Operation, list[Pair]] = {one: [] for one in own}
        for place, row in enumerate(rows):
            for operation in sorted(found, key=lambda one: len(found[one])):
                pair = next(self._pairs_for(operation, row, place), None)
                if pair is not None:
                    found[operation].append(pair)
                    break
            if all(len(pairs) >= MOST for pairs in found.values()):
                break
        return found

    def _is_ours(self, operation: Operation) -> bool:
        if operation.resource != self._resource.name:
            return False
        if operation.kind == "delete":
            return not makes_to_delete(self._blueprint, self._reach, self._resource)
        return operation.kind in CHANGES

    def _pairs_for(self, operation: Operation, row: Stored, place: int) -> Iterator[Pair]:
        """Those who may use an operation on a row, so that it does its work."""
        if self._is_needed(operation, row):
            return
        taking = self._takings.get(operation.action)
        before = values_in(self._resource, row)
        for caller in self._reach.callers(self._resource, operation.verb, row, place):
            if taking is not None:
                after = taking.after(before, caller.person.id, self._now)
                if after is None or not self._uniques.move(before, after):
                    continue
            yield caller, row

    def _is_needed(self, operation: Operation, row: Stored) -> bool:
        """Whether a row must stay as it is: an account that signs in, or what others refer to."""
        row_id = UUID(str(row["id"]))
        leaves = operation.kind == "delete"
        if leaves and row_id in self._stock.referred_to(self._blueprint, self._resource):
            return True
        bars = {
            name
            for one in self._resource.actions
            if one.name == operation.action
            for name, _ in one.sets
        } & SIGNS_IN
        if not self._resource.login or not (leaves or bars):
            return False
        everybodys = any(
            row_grant(self._blueprint, self._resource, role, operation.verb).everything
            for role in self._blueprint.roles
        )
        known = self._reach.known(self._resource, row)
        return self._reach.is_steady(row_id) or (everybodys and known)
