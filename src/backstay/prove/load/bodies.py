"""Bodies of load: creations, replacements and changes that the contract allows, ready to send."""

from collections.abc import Iterator
from itertools import count
from random import Random
from typing import Any
from uuid import UUID

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Field
from backstay.blueprint.samples.makers import is_guarded, may_write
from backstay.prove.load.crowd import Caller
from backstay.prove.load.reach import Reach
from backstay.prove.seeding.stock import Stock, Stored
from backstay.prove.seeding.uniques import Uniques
from backstay.prove.world.bodies import NoRowError, good_values
from backstay.prove.world.changes import change_of
from backstay.prove.world.person import PASSWORD
from backstay.prove.world.row import Row
from backstay.prove.world.values import unlike, wire

FIRST_NUMBER = 1_000_000
"""Above every number that seeding used, so that unique values are new."""
MOST_TRIES, MOST_LOOKS = 5, 1_000


class Bodies:
    """Makes bodies for the rows of one resource."""

    def __init__(
        self, blueprint: Blueprint, resource: Resource, stock: Stock, reach: Reach, chance: Random
    ) -> None:
        self._blueprint = blueprint
        self._resource = resource
        self._stock = stock
        self._reach = reach
        self._chance = chance
        self._numbers: Iterator[int] = count(FIRST_NUMBER)
        self._plain: dict[str, dict[str, Any]] = {}
        self._uniques = stock.uniques.setdefault(resource.name, Uniques(resource))

    def create(self, caller: Caller, parent: Stored | None) -> dict[str, Any]:
        """A creation that collides with no row so far. Raises: NoRowError."""
        for _ in range(MOST_TRIES):
            values = self._values(caller)
            row = dict.fromkeys(one.name for one in self._resource.fields) | values
            row |= self._by_server(caller, parent)
            if self._uniques.take(row):
                fields = {one.name: one.wire for one in self._resource.fields}
                body = {fields[name]: wire(value) for name, value in values.items()}
                return body | ({"password": PASSWORD} if self._resource.login else {})
        raise NoRowError(f"no new {self._resource.name} was found that collides with none")

    def replace(self, caller: Caller, row: Stored) -> dict[str, Any]:
        """All that the caller may send of a row, with one change. Raises: NoRowError."""
        kept = {
            one.wire: wire(row[one.wire])
            for one in self._resource.fields
            if one.wire in row and self._replaceable(one)
        }
        return kept | self.change(caller, row)

    def change(self, caller: Caller, row: Stored) -> dict[str, Any]:
        """One change. Raises: NoRowError."""
        data = {name: wire(value) for name, value in row.items()}
        seen = Row(self._resource, data, "", {})
        return change_of(self._blueprint, seen, caller.person.role, next(self._numbers))

    def _values(self, caller: Caller) -> dict[str, Any]:
        role, number = caller.person.role, next(self._numbers)
        if role not in self._plain:
            self._plain[role] = good_values(self._blueprint, self._resource, role)
        values = dict(self._plain[role])
        named = {name for rule in self._resource.rules for name in rule.unique}
        for field in self._resource.fields:
            if field.name in values and (field.unique or field.name in named):
                values[field.name] = unlike(field, values[field.name], number)
            if self._must_name(field):
                values[field.name] = self._named(field, caller)
        return values

    def _must_name(self, field: Field) -> bool:
        open_ref = field.kind == "ref" and not field.optional and field.default is None
        return open_ref and field.name != self._resource.parent_field

    def _named(self, field: Field, caller: Caller) -> UUID:
        target = self._blueprint.resource(field.target)
        rows = self._stock.of(target.name)
        if target.login:
            return UUID(caller.person.id)
        for _ in range(MOST_LOOKS):
            row = self._chance.choice(rows)
            if self._reach.may(target, "read", caller, row):
                return UUID(str(row["id"]))
        raise NoRowError(f"a {caller.person.role} reads no {target.name} to refer to")

    def _by_server(self, caller: Caller, parent: Stored | None) -> dict[str, Any]:
        """What the server sets by itself."""
        own = {
            one.name: UUID(caller.person.id)
            for one in self._resource.fields
            if one.default is not None and one.default.op == "caller"
        }
        return own if parent is None else own | {self._resource.parent_field: parent["id"]}

    def _replaceable(self, field: Field) -> bool:
        if field.fixed or field.computed is not None or field.name == self._resource.parent_field:
            return False
        return not is_guarded(field) and may_write(field, "")
