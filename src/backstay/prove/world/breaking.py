"""Breaking: a stored row that keeps every rule, and one change that breaks one of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions import names_in
from backstay.blueprint.expressions.tree import bind
from backstay.blueprint.model import Expression, Field, Rule
from backstay.blueprint.samples.rows import checks_of
from backstay.prove.world.fitting import Values, changes_around, kept, tried


@dataclass(frozen=True, slots=True)
class Break:
    """Changes that make a good row, and the value of one field that then breaks the rule."""

    good: Values
    field: Field
    value: Any


class Breaker:
    """Looks for ways to break one row rule, and no other.

    Args: blueprint; resource; rule, with a `check`; people, accounts that references to the login
    resource may name, the caller first.
    """

    def __init__(self, blueprint: Blueprint, resource: Resource, rule: Rule, *people: str) -> None:
        assert rule.check is not None, "only row rules are broken by a value"
        self.blueprint = blueprint
        self.resource = resource
        self.people = people
        self.named = set(names_in(rule.check, resource))
        self.broken = bind(rule.check, resource)
        self.checks = checks_of(resource)

    def found(self, now: Mapping[str, Any], fields: list[Field]) -> Break | None:
        """The first change of one of the fields, on a row like the one that is now."""
        others = [check for check in self.checks if check != self.broken]
        changeable = [field for field in fields if field.name in self.named]
        for good in changes_around(self.blueprint, self.resource, now, {}):
            row = {**now, **good}
            if not self._hold(row, self.checks):
                continue
            for field in changeable:
                for value in self._worth(field):
                    bad = {**row, field.name: value}
                    breaks = self._hold(bad, others) and not self._hold(bad, [self.broken])
                    if breaks and _steps(self.resource, row, field, value):
                        return Break(good, field, value)
        return None

    def _hold(self, row: Mapping[str, Any], checks: list[Expression]) -> bool:
        return kept(row, checks, self.people[0])

    def _worth(self, field: Field) -> list[Any]:
        if field.kind != "ref":
            return tried(self.blueprint, self.resource, field)
        if field.target != self.blueprint.login.name:
            return []
        return [UUID(person) for person in self.people]


def _steps(resource: Resource, row: Mapping[str, Any], field: Field, value: Any) -> bool:
    """Whether the flow, where there is one, has this step, so that only the rule refuses it."""
    for flow in resource.flows:
        if flow.field == field.name:
            return (row[field.name], value) in flow.edges
    return True
