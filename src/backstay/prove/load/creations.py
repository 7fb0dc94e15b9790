"""Creations: bodies of new rows that keep every rule and collide with none."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import count
from random import Random
from typing import Any
from uuid import UUID

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions.tree import bind
from backstay.blueprint.model import Field, Rule
from backstay.blueprint.samples.rows import checks_of, spoken_fields
from backstay.prove.load.crowd import Caller
from backstay.prove.load.reach import Reach
from backstay.prove.seeding.stock import Stock, Stored
from backstay.prove.seeding.uniques import Uniques
from backstay.prove.world.bodies import NoRowError, good_values, told_by
from backstay.prove.world.distinct import uniquenesses
from backstay.prove.world.fitting import kept, met
from backstay.prove.world.person import PASSWORD
from backstay.prove.world.values import unlike, wire

FIRST_NUMBER = 1_000_000
"""Above every number that seeding used, so that unique values are new."""
MOST_TRIES, MOST_LOOKS = 40, 1_000

Values = dict[str, Any]


class Creations:
    """Makes bodies of new rows of one resource."""

    def __init__(
        self, blueprint: Blueprint, resource: Resource, stock: Stock, reach: Reach, chance: Random
    ) -> None:
        self._blueprint = blueprint
        self._resource = resource
        self._stock = stock
        self._reach = reach
        self._chance = chance
        self._numbers: Iterator[int] = count(FIRST_NUMBER)
        self._plain: dict[str, Values] = {}
        self._uniques = stock.uniques.setdefault(resource.name, Uniques(resource))
        self._checks = checks_of(resource)
        self._spoken = spoken_fields(resource)
        self._fields = {field.name: field for field in resource.fields}

    def body(self, caller: Caller, parent: Stored | None) -> Values:
        """A creation by somebody, below a parent. Raises: NoRowError."""
        by_server = self._by_server(caller, parent)
        for number in range(MOST_TRIES):
            values = self._values(caller, named=number % 2 == 1)
            values = self._numbered(values, by_server, caller)
            row = dict.fromkeys(self._fields) | values | by_server
            if kept(row, self._checks, caller.person.id) and self._uniques.take(row):
                body = {self._fields[name].wire: wire(value) for name, value in values.items()}
                return body | ({"password": PASSWORD} if self._resource.login else {})
        raise NoRowError(
            f"no new {self._resource.name} was found that keeps every rule and collides with none"
        )

    def _values(self, caller: Caller, *, named: bool) -> Values:
        """Values that keep every rule; `named` with the references that rules may ask for."""
        role = caller.person.role
        if role not in self._plain:
            self._plain[role] = good_values(self._blueprint, self._resource, role)
        values = dict(self._plain[role])
        for field in self._resource.fields:
            theirs = field.kind == "ref" and told_by(field, self._resource, role)
            if theirs and (not field.optional or (named and field.name in self._spoken)):
                values[field.name] = self._referred(field, caller)
        return values

    def _numbered(self, values: Values, by_server: Values, caller: Caller) -> Values:
        """The values with new ones in each uniqueness that speaks of the row."""
        number = next(self._numbers)
        for rule in uniquenesses(self._resource):
            row = dict.fromkeys(self._fields) | values | by_server
            if rule.when is not None and not met(bind(rule.when, self._resource), row):
                continue
            for tried in self._tries(rule, values, number):
                if kept(row | tried, self._checks, caller.person.id):
                    values = tried
                    break
        return values

    def _tries(self, rule: Rule, values: Values, number: int) -> Iterator[Values]:
        """The values with one field of a uniqueness otherwise, or with all times later."""
        own = [name for name in rule.unique if values.get(name) is not None]
        for name in own:
            if self._fields[name].kind != "ref":
                yield values | {name: unlike(self._fields[name], values[name], number)}
        if any(isinstance(values[name], date) for name in own):
            yield {name: _later(value, number) for name, value in values.items()}

    def _referred(self, field: Field, caller: Caller) -> UUID:
        target = self._blueprint.resource(field.target)
        rows = self._stock.of(target.name)
        own = UUID(caller.person.id)
        if target.login and self._reach.may(
            target, "read", caller, self._stock.find(target.name, own)
        ):
            return own
        for _ in range(MOST_LOOKS if rows else 0):
            row = self._chance.choice(rows)
            if self._reach.may(target, "read", caller, row):
                return UUID(str(row["id"]))
        raise NoRowError(f"a {caller.person.role} reads no {target.name} to refer to")

    def _by_server(self, caller: Caller, parent: Stored | None) -> Values:
        """What the server sets by itself."""
        own = {
            one.name: UUID(caller.person.id)
            for one in self._resource.fields
            if one.default is not None and one.default.op == "caller"
        }
        return own if parent is None else own | {self._resource.parent_field: parent["id"]}


def _later(value: Any, number: int) -> Any:
    if isinstance(value, datetime):
        return value + timedelta(seconds=number)
    return value + timedelta(days=number % 3650) if isinstance(value, date) else value
