"""Reach: who of the crowd may do what with which seeded rows."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import cycle
from uuid import UUID

from backstay.blueprint.access import row_grant
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.naming import item_parameter
from backstay.prove.load.crowd import Caller
from backstay.prove.seeding.stock import Stock, Stored

ELSE_EVERY = 5
"""One request in so many comes from somebody who may, but is not the owner."""

Pair = tuple[Caller, Stored]


class Reach:
    """Answers for one crowd and one stock, as section 5 of the contract language has it."""

    def __init__(self, blueprint: Blueprint, stock: Stock, callers: Sequence[Caller]) -> None:
        self._blueprint = blueprint
        self._stock = stock
        self._callers = callers
        self._by_id = {UUID(caller.person.id): caller for caller in callers}
        roles = dict.fromkeys(caller.person.role for caller in callers)
        self._roles = [
            cycle([caller for caller in callers if caller.person.role == role]) for role in roles
        ]

    def known(self, resource: Resource, row: Stored) -> bool:
        """Whether the row belongs to somebody of the crowd."""
        return self._stock.owner(self._blueprint, resource, row) in self._by_id

    def pairs(self, resource: Resource, verb: str, rows: Iterable[Stored]) -> Iterator[Pair]:
        """Rows, each with somebody who may use the verb on it: mostly its owner, else anybody."""
        for place, row in enumerate(rows):
            own = self._stock.owner(self._blueprint, resource, row)
            owner = None if own is None else self._by_id.get(own)
            turn = place % len(self._roles)
            others = [next(role) for role in (*self._roles[turn:], *self._roles[:turn])]
            first = [owner, *others] if place % ELSE_EVERY else [*others, owner]
            for caller in first:
                if caller is not None and self.may(resource, verb, caller, row):
                    yield caller, row
                    break

    def may(self, resource: Resource, verb: str, caller: Caller, row: Stored) -> bool:
        """Whether somebody may use a verb on a row, and read it and all its parents."""
        parent = self.parent(resource, row)
        if parent is not None:
            above = self._blueprint.resource(resource.under)
            if not self.may(above, "read", caller, parent):
                return False
        verbs = {verb, "read"}
        return all(self._grants(resource, each, caller, row) for each in verbs)

    def creators(self, resource: Resource) -> Iterator[tuple[Caller, Stored | None]]:
        """People who may create a row, with the parent that it goes under, for ever."""
        makers = [
            caller
            for caller in self._callers
            if row_grant(self._blueprint, resource, caller.person.role, "create")
        ]
        if not resource.under:
            yield from ((caller, None) for caller in cycle(makers)) if makers else ()
            return
        above = self._blueprint.resource(resource.under)
        found = self.pairs(above, "read", self._stock.of(above.name))
        allowed = set(map(id, makers))
        yield from (pair for pair in found if id(pair[0]) in allowed)

    def parent(self, resource: Resource, row: Stored) -> Stored | None:
        """The row above a nested one."""
        if not resource.under:
            return None
        field = resource.field(resource.parent_field)
        return self._stock.find(resource.under, row[field.wire])

    def parameters(self, resource: Resource, row: Stored) -> dict[str, str]:
        """What the paths of a row need."""
        parent = self.parent(resource, row)
        above = (
            {}
            if parent is None
            else self.parameters(self._blueprint.resource(resource.under), parent)
        )
        return above | {item_parameter(resource.name): str(row["id"])}

    def _grants(self, resource: Resource, verb: str, caller: Caller, row: Stored) -> bool:
        scope = row_grant(self._blueprint, resource, caller.person.role, verb)
        if scope.everything:
            return True
        own = UUID(caller.person.id)
        owned = any(row[resource.field(name).wire] == own for name in scope.owners)
        return owned or (scope.self_only and row["id"] == own)
