"""Reach: who of the crowd may do what with which seeded rows."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import cycle
from uuid import UUID

from backstay.blueprint.access import row_grant
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.naming import item_parameter
from backstay.prove.load.crowd import Caller
from backstay.prove.seeding.stock import Stock, Stored
from backstay.prove.world.rights import accounts_of

ELSE_EVERY = 5
"""One request in so many comes from somebody who may, but is not the owner."""

Pair = tuple[Caller, Stored]


class Reach:
    """Answers for one crowd and one stock, as section 5 of the contract language has it."""

    def __init__(self, blueprint: Blueprint, stock: Stock, callers: Sequence[Caller]) -> None:
        self._blueprint = blueprint
        self._stock = stock
        self._callers = callers
        self._steady = {UUID(caller.person.id) for caller in callers[len(callers) // 2 :]}
        self._by_id = {UUID(caller.person.id): caller for caller in callers}
        roles = dict.fromkeys(caller.person.role for caller in callers)
        self._roles = [
            cycle([caller for caller in callers if caller.person.role == role]) for role in roles
        ]

    def known(self, resource: Resource, row: Stored) -> bool:
        """Whether the row belongs to somebody of the crowd."""
        return self._stock.owner(self._blueprint, resource, row) in self._by_id

    def is_steady(self, account: UUID) -> bool:
        """Whether it is of those in the crowd who sign in again, and so must stay as they are."""
        return account in self._steady

    def steady(self) -> list[Caller]:
        """Those in the crowd who sign in again."""
        return [caller for caller in self._callers if self.is_steady(UUID(caller.person.id))]

    def pairs(self, resource: Resource, verb: str, rows: Iterable[Stored]) -> Iterator[Pair]:
        """Rows, each with somebody who may use the verb on it: mostly its owner, else anybody."""
        for place, row in enumerate(rows):
            caller = next(self.callers(resource, verb, row, place), None)
            if caller is not None:
                yield caller, row

    def callers(self, resource: Resource, verb: str, row: Stored, place: int) -> Iterator[Caller]:
        """Some who may use the verb on a row: whose it is, and one of each role in turn."""
        own = self._stock.owner(self._blueprint, resource, row)
        named = [row[one.wire] for one in accounts_of(self._blueprint, resource)]
        owners = [self._by_id.get(one) for one in dict.fromkeys((own, *named))]
        turn = place % len(self._roles)
        others = [next(role) for role in (*self._roles[turn:], *self._roles[:turn])]
        for caller in [*owners, *others] if place % ELSE_EVERY else [*others, *owners]:
            if caller is not None and self.may(resource, verb, caller, row):
                yield caller

    def over_all(self, resource: Resource, verb: str) -> Caller | None:
        """Somebody who may use the verb on every row, wherever it stands; None for nobody."""
        for role in self._roles:
            caller = next(role)
            every = [
                row_grant(self._blueprint, one, caller.person.role, "read")
                for one in (*self._blueprint.chain(resource), resource)
            ]
            every.append(row_grant(self._blueprint, resource, caller.person.role, verb))
            if all(scope.everything for scope in every):
                return caller
        return None

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
        allowed = set(map(id, makers))
        for place, row in enumerate(self._stock.of(above.name)):
            readers = self.callers(above, "read", row, place)
            caller = next((one for one in readers if id(one) in allowed), None)
            if caller is not None:
                yield caller, row

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
