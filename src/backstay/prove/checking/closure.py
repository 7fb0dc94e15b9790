"""Whether a function that is made in a loop outlives its turn: then it sees the last value."""

import ast
import re

_LATER = re.compile(
    r"on_commit|submit|append|register|subscribe|connect|schedule|callback|call_later|Thread"
    r"|create_task|ensure_future|add_\w+|defer|partial|put|setdefault|insert"
)
Made = ast.Lambda | ast.FunctionDef | ast.AsyncFunctionDef


def outlives(text: str, row: int) -> bool:
    """Whether the innermost function around a line is given to something that keeps it.

    Args:
        text: The source; one that does not parse says nothing, so True.
        row: A line inside the function, from 1.
    """
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return True
    around = [
        one
        for one in ast.walk(tree)
        if isinstance(one, Made) and one.lineno <= row <= (one.end_lineno or one.lineno)
    ]
    made = max(around, key=lambda one: (one.lineno, one.col_offset), default=None)
    return made is None or any(_keeps(node, made) for node in ast.walk(tree))


def _keeps(node: ast.AST, made: Made) -> bool:
    """Whether a node puts the function somewhere: an argument of what keeps, a table, a field."""
    if isinstance(node, ast.Call):
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        given = (*node.args, *(one.value for one in node.keywords))
        return bool(_LATER.search(name)) and any(_is(one, made) for one in given)
    if isinstance(node, ast.Assign):
        stored = isinstance(node.targets[0], ast.Subscript | ast.Attribute)
        return stored and _is(node.value, made)
    return False


def _is(node: ast.AST, made: Made) -> bool:
    if isinstance(made, ast.Lambda):
        return node is made
    called = node.func if isinstance(node, ast.Call) else node  # `create_task(made())`
    return isinstance(called, ast.Name) and called.id == made.name
