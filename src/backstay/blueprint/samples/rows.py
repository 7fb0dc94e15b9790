"""Rows for tests: one that keeps every rule, one that breaks a given one, found by trying."""

from collections.abc import Iterator
from itertools import islice, product
from typing import Any

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions import evaluate, names_in
from backstay.blueprint.expressions.tree import bind
from backstay.blueprint.model import Expression, Field
from backstay.blueprint.samples.literals import near_literals
from backstay.blueprint.samples.mending import Row, broken_in, is_true, mended
from backstay.blueprint.samples.values import NOW, SOME_ID, candidates, exact

MOST_TRIES = 20_000
MOST_FAR_TRIES = 2_000


def stored_fields(resource: Resource) -> list[Field]:
    """The fields that a row holds."""
    return [field for field in resource.fields if field.computed is None]


def good_row(blueprint: Blueprint, resource: Resource) -> Row | None:
    """A row that keeps every rule; None where none was found."""
    return next(good_rows(blueprint, resource), None)


def good_rows(
    blueprint: Blueprint, resource: Resource, about: Expression | None = None
) -> Iterator[Row]:
    """Rows that keep every rule, the plainest first; what `about` speaks of varies first."""
    checks = checks_of(resource)
    none = True
    for row in _rows(blueprint, resource, about):
        if all_hold(row, checks):
            none = False
            yield row
    last = mended(blueprint, resource, plainest(blueprint, resource), checks) if none else None
    if last is not None:
        yield last


def bad_row(blueprint: Blueprint, resource: Resource, rule: Expression) -> Row | None:
    """A row that breaks a rule, and no other; None where none was found."""
    broken = bind(rule, resource)
    others = [check for check in checks_of(resource) if check != broken]
    rows = (row for row in _rows(blueprint, resource, rule) if not all_hold(row, [broken]))
    return next((row for row in rows if all_hold(row, others)), None)


def row_where(
    blueprint: Blueprint, resource: Resource, condition: Expression, *, holds: bool
) -> Row | None:
    """A row that keeps every rule and for which a condition is true, or is not."""
    tree = bind(condition, resource)
    rows = good_rows(blueprint, resource, condition)
    return next((row for row in rows if is_true(tree, row) == holds), None)


def checks_of(resource: Resource) -> list[Expression]:
    """The row rules, bound."""
    return [bind(rule.check, resource) for rule in resource.rules if rule.check is not None]


def all_hold(row: Row, checks: list[Expression]) -> bool:
    """Whether a row breaks none of the rules; unknown breaks none."""
    return not broken_in(row, checks)


def _rows(
    blueprint: Blueprint, resource: Resource, about: Expression | None = None
) -> Iterator[Row]:
    """Try the plainest values first; only fields that rules and actions speak of vary.

    There are more combinations than can be tried. With `about`, its own fields vary first, over
    a row that keeps every rule, and then fastest.
    """
    row = plainest(blueprint, resource)
    spoken = spoken_fields(resource)
    varying = [field for field in stored_fields(resource) if field.name in spoken]
    if about is None:
        yield from _varied(blueprint, resource, row, varying, MOST_TRIES)
        return
    close = names_in(about, resource)
    near = [field for field in varying if field.name in close]
    start = good_row(blueprint, resource) or row
    yield from _varied(blueprint, resource, start, near, MOST_TRIES)
    far = [field for field in varying if field.name not in close]
    yield from _varied(blueprint, resource, row, [*far, *near], MOST_FAR_TRIES)


def plainest(blueprint: Blueprint, resource: Resource) -> Row:
    """What every stored field is when nothing is said, whether or not the rules allow it."""
    return {field.name: _plain(field, blueprint) for field in stored_fields(resource)}


def _varied(
    blueprint: Blueprint, resource: Resource, row: Row, fields: list[Field], most: int
) -> Iterator[Row]:
    """The row with every combination of these fields' values, the last field fastest."""
    names = [field.name for field in fields]
    tries = product(*(_ordered(field, blueprint, resource) for field in fields))
    for values in islice(tries, most):
        yield row | dict(zip(names, values, strict=True))


def _ordered(field: Field, blueprint: Blueprint, resource: Resource) -> list[Any]:
    first = _plain(field, blueprint)
    others = [*candidates(field, blueprint), *near_literals(field, resource)]
    found = [first]
    found += [one for place, one in enumerate(others) if one not in (first, *others[:place])]
    return found


def _plain(field: Field, blueprint: Blueprint) -> Any:
    """The value a field has when nothing is said: its default, else null, else the plainest."""
    default = field.default
    if default is not None and default.op not in ("now", "caller"):
        value = evaluate(_as_value(field, default), {}, NOW, SOME_ID)
        return exact(field, value) if field.kind == "decimal" else value
    if default is not None and default.op == "now":
        return NOW.date() if field.kind == "date" else NOW
    return None if field.optional else candidates(field, blueprint)[0]


def _as_value(field: Field, default: Expression) -> Expression:
    if field.kind in ("enum", "role"):
        return Expression("string", default.parts)
    return default


def spoken_fields(resource: Resource) -> set[str]:
    """The names of the fields that rules, flows' steps and actions speak of."""
    conditions = [rule.check for rule in resource.rules if rule.check is not None]
    conditions += [rule.when for rule in resource.rules if rule.when is not None]
    conditions += [action.when for action in resource.actions if action.when is not None]
    flows = {flow.field for flow in resource.flows}
    steps = {name for action in resource.actions for name, _ in action.sets if name in flows}
    return steps | {name for condition in conditions for name in names_in(condition, resource)}
