"""Expressions of the contract: printed, typed, bound to a resource, worked out."""

from backstay.blueprint.expressions.evaluate import Value, evaluate, judge
from backstay.blueprint.expressions.show import show
from backstay.blueprint.expressions.tree import bind, depends_on_request, names_in, nullable
from backstay.blueprint.expressions.typed import type_of

__all__ = [
    "Value",
    "bind",
    "depends_on_request",
    "evaluate",
    "judge",
    "names_in",
    "nullable",
    "show",
    "type_of",
]
