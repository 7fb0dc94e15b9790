"""Marks: the decorators of a route that say what the contract promises of it."""

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.objectives import deadline_of, objective_of
from backstay.blueprint.operations import operations_of
from backstay.build.naming.names import Names, names_of

KEPT = {"list": "list", "get": "read"}
"""The word of `cache` that keeps the answers of an operation."""


def marks_of(
    blueprint: Blueprint, operation_id: str, resource: Resource | None = None
) -> tuple[str, ...]:
    """The marks of an operation, as they stand below the router's decorator, without the `@`.

    Args: operation_id, of this resource; without one, of sign-in.
    """
    among = operations_of(blueprint, resource)
    operation = next(one for one in among if one.id == operation_id)
    seconds = deadline_of(objective_of(blueprint, operation))
    marks = []
    if seconds != deadline_of(blueprint.objective):
        marks.append(f"within({seconds.normalize():f})")
    if resource is not None and operation.kind in KEPT:
        kept = (resource.cache or {}).get(KEPT[operation.kind])
        if kept is not None:
            models = ", ".join(one.row for one in models_behind(blueprint, resource))
            marks.append(f"cached({kept}, {models})")
    return tuple(marks)


def models_behind(blueprint: Blueprint, resource: Resource) -> tuple[Names, ...]:
    """Whose rows an answer shows or depends on: its own, those above, and what it can expand."""
    targets = [resource.field(name).target for name in resource.listing.expand]
    behind = [resource, *blueprint.chain(resource), *map(blueprint.resource, targets)]
    return tuple(names_of(blueprint, one) for one in dict.fromkeys(behind))
