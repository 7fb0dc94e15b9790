"""Definitions of a project as pieces of text: functions, methods, classes, with decorators."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from backstay.agent.tree.modules import Module

Node = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


@dataclass(frozen=True, slots=True)
class Piece:
    """One definition; `owner` is its class, empty at module level."""

    name: str
    owner: str
    path: str
    first: int
    last: int
    node: Node

    @property
    def key(self) -> tuple[str, str, str]:
        """Where it stands and what it is called."""
        return self.path, self.owner, self.name


def pieces_of(modules: Mapping[str, Module]) -> dict[tuple[str, str, str], Piece]:
    """Every function, class and method by path, owner and name."""
    found: dict[tuple[str, str, str], Piece] = {}
    for module in modules.values():
        for piece in _in(module.tree.body, module.path, ""):
            found.setdefault(piece.key, piece)
    return found


def _in(body: list[ast.stmt], path: str, owner: str) -> Iterator[Piece]:
    for node in body:
        if isinstance(node, Node):
            first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
            yield Piece(node.name, owner, path, first, node.end_lineno or node.lineno, node)
            if isinstance(node, ast.ClassDef) and not owner:
                yield from _in(node.body, path, node.name)


def text_of(root: Path, piece: Piece) -> str:
    """Its lines as they stand, with LF."""
    lines = (root / piece.path).read_text(encoding="utf-8").splitlines()
    return "\n".join(lines[piece.first - 1 : piece.last])


def names_in(node: ast.AST) -> set[str]:
    """Names and attributes that a definition uses."""
    found = {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
    return found | {one.attr for one in ast.walk(node) if isinstance(one, ast.Attribute)}
