"""A condition as a person would write it: nothing is negated that has an opposite."""

from backstay.blueprint.model import Expression
from backstay.build.expressions.leaves import only, pair

_OPPOSITE = {
    "=": "!=",
    "!=": "=",
    "<": ">=",
    ">=": "<",
    ">": "<=",
    "<=": ">",
    "is null": "is not null",
    "is not null": "is null",
    "true": "false",
    "false": "true",
}
_MIRRORED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
_LITERALS = ("number", "string", "true", "false")


def tidied(tree: Expression) -> Expression:
    """The same condition, null for null: three-valued logic allows each of these steps."""
    if tree.op == "not":
        return _negated(tidied(only(tree)))
    if tree.op in ("and", "or"):
        return Expression(tree.op, tuple(map(tidied, pair(tree))))
    if tree.op in ("=", "!=", *_MIRRORED):
        return _compared(tree)
    return tree


def _negated(tree: Expression) -> Expression:
    if tree.op == "not":
        return only(tree)
    if tree.op in _OPPOSITE:
        return Expression(_OPPOSITE[tree.op], tree.parts)
    return Expression("not", (tree,))


def _compared(tree: Expression) -> Expression:
    """The field first; a bool field by itself says whether it is true."""
    left, right = pair(tree)
    if left.op in _LITERALS and right.op not in _LITERALS:
        return _compared(Expression(_MIRRORED.get(tree.op, tree.op), (right, left)))
    if right.op in ("true", "false") and left.op == "name":
        return left if (tree.op == "=") == (right.op == "true") else _negated(left)
    return tree
