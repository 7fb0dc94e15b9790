"""States of a row in which an action may happen, and in which it may not."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions.tree import bind
from backstay.blueprint.model import Action, Expression
from backstay.blueprint.samples.mending import Row, mended
from backstay.blueprint.samples.rows import checks_of


@dataclass(frozen=True, slots=True)
class Start:
    """Where a search begins: a row, what must be true of it beside, what stays as it is in it."""

    row: Row
    wanted: Sequence[Expression] = ()
    still: Collection[str] = ()


def ready(blueprint: Blueprint, resource: Resource, action: Action, start: Start) -> Row | None:
    """A row on which the action may happen: it asks for no more, and no flow or rule forbids it."""
    sets = {name: _stored(resource, name, value) for name, value in action.sets}
    checks = checks_of(resource)
    after = [_replaced(check, sets) for check in checks]
    wanted = [*_when(resource, action), *_before(resource, sets), *start.wanted]
    return mended(
        blueprint, resource, start.row, [*checks, *after], wanted=wanted, still=start.still
    )


def unready(blueprint: Blueprint, resource: Resource, action: Action, start: Start) -> Row | None:
    """A row on which it may not, for what it asks for is not true; None also where it asks none."""
    checks = checks_of(resource)
    for when in _when(resource, action):
        wanted = [Expression("not", (when,)), *start.wanted]
        return mended(blueprint, resource, start.row, checks, wanted=wanted, still=start.still)
    return None


def _when(resource: Resource, action: Action) -> list[Expression]:
    return [bind(action.when, resource)] if action.when is not None else []


def _stored(resource: Resource, name: str, value: Expression) -> Expression:
    """What an action sets a field to, bound; words of an enum are its values."""
    if resource.field(name).kind == "enum" and value.op == "name":
        return Expression("string", value.parts)
    return bind(value, resource)


def _replaced(tree: Expression, sets: dict[str, Expression]) -> Expression:
    """A condition on the row as it will be, as one on the row as it is."""
    if tree.op == "name":
        return sets.get(str(tree.parts[0]), tree)
    parts = (_replaced(one, sets) if isinstance(one, Expression) else one for one in tree.parts)
    return Expression(tree.op, tuple(parts))


def _before(resource: Resource, sets: dict[str, Expression]) -> Iterator[Expression]:
    """For each flow that the action moves: one of the states that it may come from."""
    for flow in resource.flows:
        after = sets.get(flow.field)
        if after is None or after.op != "string":
            continue
        state = str(after.parts[0])
        origins = [state, *(before for before, to in flow.edges if to == state)]
        field = Expression("name", (flow.field,))
        tests = [Expression("=", (field, Expression("string", (one,)))) for one in origins]
        found = tests[0]
        for test in tests[1:]:
            found = Expression("or", (found, test))
        yield found
