"""Tests of the model, renamed: the new endpoint is tested as the one that it is modelled on."""

import ast
from collections.abc import Mapping
from pathlib import Path

from backstay.agent.existing.closure import Closure, Needed
from backstay.agent.existing.pattern import Pattern
from backstay.agent.existing.source import Piece, pieces_of, text_of
from backstay.agent.tree.modules import Module

CHANGING = ("put", "patch", "delete")


def tests_for(
    root: Path, modules: Mapping[str, Module], pattern: Pattern, closure: Closure
) -> tuple[Needed, ...]:
    """The tests that request the model's path with its method, for the new one.

    A test whose file or whose name is there already under the new noun is left out.
    """
    pieces = pieces_of({name: one for name, one in modules.items() if one.is_test})
    found = []
    for piece in pieces.values():
        if piece.owner or not piece.name.startswith("test") or not _asks(piece, pattern):
            continue
        path = closure.rename(piece.path)
        name = closure.rename(piece.name)
        if (root / path).is_file() and name != piece.name and (path, "", name) not in pieces:
            text = closure.rename(text_of(root, piece))
            found.append(Needed(path, "", name, text, piece))
    return tuple(found)


def _asks(piece: Piece, pattern: Pattern) -> bool:
    """Whether a test is about this route: it asks it, and changes nothing by another method."""
    method = pattern.route.method.lower()
    asked = [
        (one.func.attr, _text(one.args[0]))
        for one in ast.walk(piece.node)
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute) and one.args
    ]
    if any(name in CHANGING and name != method for name, _ in asked):
        return False
    return any(name == method and _meets(path, pattern) for name, path in asked)


def _text(node: ast.expr) -> str:
    """A text as far as it stands there; what is filled in is `{}`."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(map(_text, node.values))
    if isinstance(node, ast.BinOp):
        return _text(node.left) + _text(node.right)
    return "{}"


def _meets(path: str, pattern: Pattern) -> bool:
    """Whether a request's path is the route's from the model's noun on, parameters aside."""
    noun = "-".join(pattern.source.many)
    asked, known = (
        one.partition("?")[0].rstrip("/").split("/") for one in (path, pattern.route.path)
    )
    if noun not in asked or noun not in known:
        return False
    asked, known = asked[asked.index(noun) :], known[known.index(noun) :]
    pairs = zip(asked, known, strict=False)
    return len(asked) == len(known) and all("{" in two or one == two for one, two in pairs)
