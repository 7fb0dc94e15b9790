"""Marks: the decorators of a route that say what the contract promises of it."""

from backstay.blueprint.contract import Blueprint
from backstay.blueprint.objectives import deadline_of, objective_of
from backstay.blueprint.operations import operations


def marks_of(blueprint: Blueprint, operation_id: str) -> tuple[str, ...]:
    """The marks of an operation, as they stand below the router's decorator, without the `@`."""
    operation = next(one for one in operations(blueprint) if one.id == operation_id)
    seconds = deadline_of(objective_of(blueprint, operation))
    if seconds == deadline_of(blueprint.objective):
        return ()
    return (f"within({seconds.normalize():f})",)
