"""Small questions about expressions that generated code is written from."""

from backstay.blueprint.expressions.tree import walk
from backstay.blueprint.model import Expression


def speaks_of(expression: Expression, op: str) -> bool:
    """Whether a node of that kind (`now`, `caller`) stands anywhere in it."""
    return any(node.op == op for node in walk(expression))
