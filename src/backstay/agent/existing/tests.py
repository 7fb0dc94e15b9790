"""Tests of the model, renamed: the new endpoint is tested as the one that it is modelled on."""

import ast
from collections.abc import Mapping
from pathlib import Path

from backstay.agent.existing.closure import Closure, Needed
from backstay.agent.existing.pattern import Pattern
from backstay.agent.existing.source import Piece, pieces_of, text_of
from backstay.agent.tree.modules import Module


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
    """Whether a test calls a client with this method, and speaks of the model's noun."""
    noun = "-".join(pattern.source.many)
    calls = [
        one.func.attr
        for one in ast.walk(piece.node)
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute)
    ]
    texts = [
        one.value
        for one in ast.walk(piece.node)
        if isinstance(one, ast.Constant) and isinstance(one.value, str)
    ]
    return pattern.route.method.lower() in calls and any(f"/{noun}" in text for text in texts)
