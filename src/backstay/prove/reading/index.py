"""Index: the nodes of a module by kind, each with its parent; one walk serves all rules."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from typing import TypeVar

Node = TypeVar("Node", bound=ast.AST)
Function = ast.FunctionDef | ast.AsyncFunctionDef
_UNNAMED = (ast.expr_context, ast.operator, ast.cmpop, ast.boolop, ast.unaryop)


class Index:
    """Every node of a tree, found without another walk."""

    def __init__(self, tree: ast.Module) -> None:
        self.of_kind: dict[type[ast.AST], list[ast.AST]] = defaultdict(list)
        self.parent: dict[ast.AST, ast.AST] = {}
        waiting: list[ast.AST] = [tree]
        while waiting:
            node = waiting.pop()
            self.of_kind[type(node)].append(node)
            children = [one for one in _children(node) if not isinstance(one, _UNNAMED)]
            for child in children:
                self.parent[child] = node
            waiting.extend(reversed(children))

    def nodes(self, kind: type[Node]) -> list[Node]:
        """All nodes of one kind, in the order of the source."""
        return self.of_kind.get(kind, [])  # type: ignore[return-value]  # the list is keyed by kind

    def functions(self) -> list[Function]:
        """All functions and methods, in the order of the source."""
        found: list[Function] = list(self.nodes(ast.FunctionDef))
        found += self.nodes(ast.AsyncFunctionDef)
        return sorted(found, key=lambda one: one.lineno)

    def above(self, node: ast.AST) -> Iterator[ast.AST]:
        """What a node stands in, from the inside out."""
        while (found := self.parent.get(node)) is not None:
            yield found
            node = found

    def function(self, node: ast.AST) -> Function | None:
        """The function that a node runs in; a lambda hides it, for it runs later."""
        below = node
        for one in self.above(node):
            if isinstance(one, ast.Lambda):
                return None
            if isinstance(one, Function) and below in one.body:
                return one
            below = one
        return None

    def klass(self, node: ast.AST) -> ast.ClassDef | None:
        """The class that a node stands in."""
        return next((one for one in self.above(node) if isinstance(one, ast.ClassDef)), None)


def _children(node: ast.AST) -> Iterator[ast.AST]:
    for name in node._fields:
        value = getattr(node, name, None)
        if isinstance(value, ast.AST):
            yield value
        elif isinstance(value, list):
            yield from (one for one in value if isinstance(one, ast.AST))
