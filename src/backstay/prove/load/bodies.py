"""Bodies of load: replacements and changes that the contract allows, ready to send."""

from collections.abc import Mapping
from itertools import count, islice
from typing import Any

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Field
from backstay.blueprint.samples.rows import checks_of
from backstay.prove.load.creations import FIRST_NUMBER
from backstay.prove.load.crowd import Caller
from backstay.prove.load.reach import Reach
from backstay.prove.seeding.stock import Stock, Stored, values_in
from backstay.prove.seeding.uniques import Uniques
from backstay.prove.world.bodies import NoRowError
from backstay.prove.world.changes import changes_of, sent_again
from backstay.prove.world.fitting import kept
from backstay.prove.world.reading import value_of
from backstay.prove.world.row import Row
from backstay.prove.world.values import wire

MOST_TRIES = 10


class Bodies:
    """Makes bodies for the rows of one resource that are there."""

    def __init__(
        self, blueprint: Blueprint, resource: Resource, stock: Stock, reach: Reach
    ) -> None:
        self._blueprint = blueprint
        self._resource = resource
        self._stock = stock
        self._reach = reach
        self._numbers = count(FIRST_NUMBER)
        self._uniques = stock.uniques.setdefault(resource.name, Uniques(resource))
        self._fields = {field.wire: field for field in resource.fields}

    def replace(self, caller: Caller, row: Stored) -> dict[str, Any]:
        """All that the caller may send of a row, with one change. Raises: NoRowError."""
        seen, role = Row(self._resource, row, "", {}), caller.person.role
        named = {
            one.wire: self._named(one, caller, row)
            for one in self._resource.fields
            if one.wire in row and sent_again(one, seen, role)
        }
        return {name: wire(value) for name, value in named.items()} | self.change(caller, row)

    def change(self, caller: Caller, row: Stored) -> dict[str, Any]:
        """One change that collides with no row. Raises: NoRowError.

        Of an account that must go on signing in, never what it signs in by.
        """
        data = {name: wire(value) for name, value in row.items()}
        seen, role = Row(self._resource, data, "", {}), caller.person.role
        before = values_in(self._resource, row)
        for number in islice(self._numbers, MOST_TRIES):
            for body in changes_of(self._blueprint, seen, role, number):
                if self._resource.login and "email" in body and self._reach.is_steady(row["id"]):
                    continue
                if self._uniques.move(before, before | self._values(body)):
                    return body
        raise NoRowError(f"{role} can change no field of a {self._resource.name} by itself")

    def _values(self, body: Mapping[str, Any]) -> dict[str, Any]:
        return {self._fields[name].name: value_of(self._fields[name], body[name]) for name in body}

    def _named(self, field: Field, caller: Caller, row: Stored) -> Any:
        """What stands in a row; of a reference only what the caller reads, or else nothing.

        Raises: NoRowError where there must be something.
        """
        value = row[field.wire]
        if field.kind != "ref" or value is None:
            return value
        target = self._blueprint.resource(field.target)
        if self._reach.may(target, "read", caller, self._stock.find(target.name, value)):
            return value
        without = values_in(self._resource, row) | {field.name: None}
        if field.optional and kept(without, checks_of(self._resource), caller.person.id):
            return None
        raise NoRowError(f"a {caller.person.role} does not read the {target.name} of the row")
