"""Source: one parsed Python file with its layer, as rules are given it."""

import ast
from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from backstay.prove.finding import Severity
from backstay.prove.hit import Edit, Hit
from backstay.prove.reading.index import Function, Index, Node
from backstay.prove.reading.layers import layer_of
from backstay.prove.reading.names import Imported, Names
from backstay.prove.reading.project import Project
from backstay.prove.reading.routes import Route, Router, routers_of, routes_of


class Source:
    """A Python file: its tree, its layer, what its names stand for. Rules read nothing else.

    Raises:
        SyntaxError: The text is no Python; RecursionError, MemoryError: it nests too deeply.
    """

    reads: ClassVar[str] = "python"

    def __init__(self, path: str, text: str, project: Project | None = None) -> None:
        self.path = path
        self.text = text
        self.project = project or Project()
        self.tree = ast.parse(text)
        self.layer = layer_of(path, self.tree)
        self._index = Index(self.tree)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, without their ends."""
        return self.text.split("\n")

    @cached_property
    def names(self) -> Names:
        """What imported names stand for."""
        return Names(self._index)

    @cached_property
    def routes(self) -> list[Route]:
        """The operations that decorators declare here."""
        return routes_of(self._index, self.names)

    @cached_property
    def routers(self) -> dict[str, Router]:
        """The routers that are made here, by name."""
        return routers_of(self._index, self.names)

    @property
    def imports(self) -> tuple[Imported, ...]:
        """All imports, those inside functions among them."""
        return self.names.imports

    def nodes(self, kind: type[Node]) -> list[Node]:
        """All nodes of one exact kind, in the order of the source."""
        return self._index.nodes(kind)

    @property
    def calls(self) -> list[ast.Call]:
        """All calls."""
        return self._index.nodes(ast.Call)

    @cached_property
    def functions(self) -> list[Function]:
        """All functions and methods, nested ones among them."""
        return self._index.functions()

    def full(self, node: ast.AST | None) -> str:
        """The full name of an expression: `sqlalchemy.select`; empty when it is no name."""
        return self.names.full(node)

    def last(self, node: ast.AST | None) -> str:
        """The last part of the name of an expression."""
        return self.names.last(node)

    def parent(self, node: ast.AST) -> ast.AST | None:
        """What a node stands in."""
        return self._index.parent.get(node)

    def above(self, node: ast.AST) -> Iterator[ast.AST]:
        """What a node stands in, from the inside out."""
        return self._index.above(node)

    def function(self, node: ast.AST) -> Function | None:
        """The function whose body a node runs in."""
        return self._index.function(node)

    def klass(self, node: ast.AST) -> ast.ClassDef | None:
        """The class that a node stands in."""
        return self._index.klass(node)

    def hit(  # the words of a finding
        self,
        at: ast.AST | int,
        message: str,
        *,
        hint: str = "",
        severity: Severity | None = None,
        edits: tuple[Edit, ...] = (),
    ) -> Hit:
        """A hit at a node or a line."""
        line, column, end = (at, 0, at) if isinstance(at, int) else _place(at)
        return Hit(self.path, line, message, column, end, hint, severity, edits)

    def keeps(self, at: ast.AST | int) -> Hit:
        """A place that follows the habit which the rule is about; it is counted, never shown."""
        return Hit(self.path, at if isinstance(at, int) else _place(at)[0], "", kept=True)

    def offset(self, line: int, column: int) -> int:
        """Where a node's `lineno` and `col_offset` stand in the text, in characters."""
        before = sum(len(one) + 1 for one in self.lines[: line - 1])
        return before + len(self.lines[line - 1].encode()[:column].decode())


def _place(node: ast.AST) -> tuple[int, int, int]:
    line = getattr(node, "lineno", 1)
    return line, getattr(node, "col_offset", -1) + 1, getattr(node, "end_lineno", None) or line
