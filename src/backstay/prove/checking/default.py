"""Whether a mutable default may change: only then does the next call see what this one did."""

import ast

from backstay.prove.reading.routes import with_defaults

_CHANGES = frozenset(
    "append extend insert remove pop clear sort reverse update setdefault popitem add "
    "discard".split()
)


def is_changed(text: str, row: int) -> bool:
    """Whether a function changes the argument whose default stands on a line, or gives it away.

    Args:
        text: The source; one that does not parse says nothing, so True.
        row: The line of the default, from 1.
    """
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return True
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for argument, default in with_defaults(function.args):
                if default is not None and default.lineno <= row <= (
                    default.end_lineno or default.lineno
                ):
                    return any(_touches(node, argument.arg) for node in ast.walk(function))
    return True


def _touches(node: ast.AST, name: str) -> bool:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.attr in _CHANGES and _is(node.func.value, name)
    if isinstance(node, ast.Subscript):
        return isinstance(node.ctx, ast.Store | ast.Del) and _is(node.value, name)
    if isinstance(node, ast.AugAssign):
        return _is(node.target, name)
    if isinstance(node, ast.Assign | ast.Return):
        kept = isinstance(node, ast.Return) or isinstance(node.targets[0], ast.Attribute)
        return kept and _is(node.value, name)
    return False


def _is(node: ast.AST | None, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name
