"""Templates: rows that keep every rule, and the changes to them that still do."""

from datetime import date, datetime, timedelta
from itertools import islice
from random import Random
from typing import Any

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions.tree import bind
from backstay.blueprint.samples.mending import is_true
from backstay.blueprint.samples.rows import (
    all_hold,
    checks_of,
    good_rows,
    row_where,
    spoken_fields,
)
from backstay.prove.seeding.values import spread

MOST_TRIES = 2_000
SHIFT_DAYS = 400
"""Times of the templates move into the past only: rules may forbid what is yet to come."""
NULL_SHARE = 0.2

Values = dict[str, Any]


class Templates:
    """Rows of one resource to start from.

    `free` is one that no partial uniqueness speaks of, so that it never collides by one; `all`
    has also those on which an action may be taken.
    """

    def __init__(self, blueprint: Blueprint, resource: Resource) -> None:
        self._resource = resource
        self._checks = checks_of(resource)
        self._spoken = spoken_fields(resource)
        self.free = self._free(blueprint)
        ready = (
            row_where(blueprint, resource, action.when, holds=True)
            for action in resource.actions
            if action.when is not None
        )
        self.all = [self.free, *(row for row in ready if row is not None)]

    def varied(self, template: Values, number: int, chance: Random) -> Values:
        """Values like the template's that keep every rule; references are as they were."""
        shift = timedelta(seconds=-chance.randrange(86_400, SHIFT_DAYS * 86_400))
        row = dict(template)
        for field in self._resource.fields:
            if field.name not in row or field.kind in ("ref", "role"):
                continue
            if field.name in self._spoken:
                row[field.name] = _moved(row[field.name], shift)
            elif not (field.optional and not field.unique and chance.random() < NULL_SHARE):
                row[field.name] = spread(field, number, chance)
            else:
                row[field.name] = None
        return row if all_hold(row, self._checks) else self._still(row, template)

    def _still(self, row: Values, template: Values) -> Values:
        """The row with the template's values wherever a rule speaks of them."""
        return row | {name: template[name] for name in self._spoken if name in template}

    def _free(self, blueprint: Blueprint) -> Values:
        partial = [
            bind(rule.when, self._resource)
            for rule in self._resource.rules
            if rule.unique and rule.when is not None
        ]
        rows = list(islice(good_rows(blueprint, self._resource), MOST_TRIES))
        untouched = (row for row in rows if not any(is_true(when, row) for when in partial))
        return next(untouched, rows[0])


def _moved(value: Any, shift: timedelta) -> Any:
    if isinstance(value, datetime):
        return value + shift
    return value + timedelta(days=shift.days) if isinstance(value, date) else value
