"""Templates: rows that keep every rule, and the changes to them that still do."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice
from random import Random
from typing import Any

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions.tree import bind, walk
from backstay.blueprint.model import Action, Expression
from backstay.blueprint.samples.mending import is_true
from backstay.blueprint.samples.rows import all_hold, checks_of, good_rows, spoken_fields
from backstay.blueprint.samples.values import NOW, SOME_ID
from backstay.prove.seeding.taking import Taking
from backstay.prove.seeding.values import spread
from backstay.prove.world.bodies import NoRowError

MOST_TRIES = 2_000
SHIFT_DAYS = 400
NULL_SHARE, LOOSE = 0.2, 0.5
"""How much of what may be null is; how many rows differ in what rules and actions speak of too."""

Values = dict[str, Any]


class Templates:
    """Rows of one resource to start from.

    `free` is one that no partial uniqueness speaks of, so that it never collides by one; `all`
    has also those on which an action may be taken. `decisive` are the references that a rule or an
    action speaks of: it may matter that a template names nothing there.

    Raises: NoRowError when no row keeps every rule.
    """

    def __init__(self, blueprint: Blueprint, resource: Resource) -> None:
        self._resource = resource
        self._checks = checks_of(resource)
        rules = (rule for rule in resource.rules if rule.unique)
        self._partial = [bind(rule.when, resource) for rule in rules if rule.when is not None]
        self._spoken = spoken_fields(resource)
        self.free = self._free(blueprint)
        ready = (self._ready(blueprint, action) for action in resource.actions)
        self.all = [self.free, *(row for row in ready if row is not None)]
        references = {field.name for field in resource.fields if field.kind == "ref"}
        self.decisive = references & self._spoken
        given = references | ({"role", "is_active"} if resource.login else set())
        self._late = [one for one in self._checks if _speaks_of(one, given)]

    def varied(self, template: Values, number: int, chance: Random) -> Values:
        """Values like the template's that keep every rule; references are as they were.

        Times move into the past, or where that is forbidden into the future.
        """
        shift = timedelta(seconds=chance.randrange(86_400, SHIFT_DAYS * 86_400))
        row = dict(template)
        for field in self._resource.fields:
            if field.name not in row or field.kind in ("ref", "role"):
                continue
            if field.name in self._spoken:
                row[field.name] = _moved(template[field.name], -shift)
            elif not (field.optional and not field.unique and chance.random() < NULL_SHARE):
                row[field.name] = spread(field, number, chance)
            else:
                row[field.name] = None
        if all_hold(row, self._checks):
            loose = template is self.free and chance.random() < LOOSE
            return self._loosened(row, number, chance) if loose else row
        spoken = {name: template[name] for name in self._spoken if name in template}
        later = row | {name: _moved(value, shift) for name, value in spoken.items()}
        return later if all_hold(later, self._checks) else row | spoken

    def _loosened(self, row: Values, number: int, chance: Random) -> Values:
        """The row with other values in what rules and actions speak of, as far as rules let it."""
        for field in self._resource.fields:
            if field.name in self._spoken & set(row) and field.kind not in ("ref", "role"):
                nothing = field.optional and chance.random() < NULL_SHARE
                tried = row | {field.name: None if nothing else spread(field, number, chance)}
                row = tried if self._is_free(tried) else row
        return row

    def hold(self, row: Values) -> bool:
        """Whether a varied row keeps every rule with the references and the role that it got."""
        return all_hold(row, self._late)

    def _is_free(self, row: Values) -> bool:
        """Whether a row keeps every rule, and no partial uniqueness speaks of it."""
        touched = any(is_true(when, row) for when in self._partial)
        return not touched and all_hold(row, self._checks)

    def _free(self, blueprint: Blueprint) -> Values:
        rows = list(islice(good_rows(blueprint, self._resource), MOST_TRIES))
        if not rows:
            name = self._resource.name
            raise NoRowError(f"no {name} was found that keeps every rule of the contract")
        return next(filter(self._is_free, rows), rows[0])

    def _ready(self, blueprint: Blueprint, action: Action) -> Values | None:
        """A row on which the action may be taken; None where none was found, or any will do."""
        if action.when is None:
            return None
        taking = Taking(self._resource, action)
        rows: Iterator[Values] = good_rows(blueprint, self._resource, action.when)
        fitting = (row for row in rows if taking.after(row, str(SOME_ID), NOW) is not None)
        return next(fitting, None)


def _speaks_of(check: Expression, names: set[str]) -> bool:
    """Whether a bound rule names one of the fields, but not the caller, who is known later."""
    nodes = list(walk(check))
    named = {str(node.parts[0]) for node in nodes if node.op == "name"}
    return bool(named & names) and all(node.op != "caller" for node in nodes)


def _moved(value: Any, shift: timedelta) -> Any:
    if isinstance(value, datetime):
        return value + shift
    return value + timedelta(days=shift.days) if isinstance(value, date) else value
