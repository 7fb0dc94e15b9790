"""Text: what strings in source say, whether they are whole, joined or formatted."""

import ast
from collections.abc import Iterator

from backstay.prove.reading.source import Source


def said(node: ast.AST | None) -> str:
    """The constant parts of a string expression, `{}` where something is put in."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else "{}"
    if isinstance(node, ast.JoinedStr):
        return "".join(said(one) if isinstance(one, ast.Constant) else "{}" for one in node.values)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mod):
        return said(node.left) + (said(node.right) if isinstance(node.op, ast.Add) else "")
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return said(node.func.value) if node.func.attr == "format" else "{}"
    return "{}"


def put_in(node: ast.AST | None) -> Iterator[ast.expr]:
    """The expressions that a string expression puts between its constant parts."""
    if isinstance(node, ast.JoinedStr):
        yield from (one.value for one in node.values if isinstance(one, ast.FormattedValue))
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        yield from (*put_in(node.left), *put_in(node.right))
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and "%" in said(node.left):
        yield from node.right.elts if isinstance(node.right, ast.Tuple) else (node.right,)
    elif isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute) and node.func.attr == "format":
            yield from (*node.args, *(one.value for one in node.keywords))
        else:
            yield node
    elif isinstance(node, ast.expr) and not isinstance(node, ast.Constant):
        yield node


def is_docstring(source: Source, node: ast.AST) -> bool:
    """Whether a string stands alone, as documentation."""
    return isinstance(source.parent(node), ast.Expr)


def strings(source: Source) -> Iterator[tuple[ast.Constant, str]]:
    """The whole string constants that are no documentation."""
    for one in source.nodes(ast.Constant):
        if isinstance(one.value, str) and not is_docstring(source, one):
            yield one, one.value


def keyword(call: ast.Call, name: str) -> ast.expr | None:
    """The value of a call's keyword."""
    return next((one.value for one in call.keywords if one.arg == name), None)


def is_true(node: ast.AST | None) -> bool:
    """Whether an expression is the constant True."""
    return isinstance(node, ast.Constant) and node.value is True
