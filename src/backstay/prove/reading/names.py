"""Names: what a name in a module stands for, judged by its imports."""

import ast
from dataclasses import dataclass

from backstay.prove.reading.index import Index


@dataclass(frozen=True, slots=True)
class Imported:
    """One imported name in full, `sqlalchemy.select`; relative ones keep their dots.

    `local` is what the module calls it; `deferred` says that it happens inside a function, for
    type checkers only, or under another condition.
    """

    name: str
    local: str
    line: int
    deferred: bool = False


class Names:
    """The imports of a module, and the full names of expressions."""

    def __init__(self, index: Index) -> None:
        self.imports = tuple(_imports(index))
        self._full = {one.local: one.name for one in self.imports}

    def full(self, node: ast.AST | None) -> str:
        """`select` as `sqlalchemy.select`, `self.session.commit` as written; else empty."""
        parts: list[str] = []
        while isinstance(node, ast.Attribute):
            parts.append(node.attr)
            node = node.value
        if not isinstance(node, ast.Name):
            return ""
        parts.append(self._full.get(node.id, node.id))
        return ".".join(reversed(parts))

    def last(self, node: ast.AST | None) -> str:
        """The last part of a name, behind calls and `[...]`: `Protocol[T]` is `Protocol`."""
        if isinstance(node, ast.Call):
            return self.last(node.func)
        if isinstance(node, ast.Subscript):
            return self.last(node.value)
        if isinstance(node, ast.Attribute):
            return node.attr
        return node.id if isinstance(node, ast.Name) else ""

    def imported(self, local: str) -> str:
        """The full name of an imported name; empty when it is not imported."""
        return self._full.get(local, "")


def _imports(index: Index) -> list[Imported]:
    found: list[Imported] = []
    for node in index.nodes(ast.Import):
        deferred = _deferred(index, node)
        for one in node.names:
            local = one.asname or one.name.partition(".")[0]
            found.append(Imported(one.name if one.asname else local, local, node.lineno, deferred))
            if not one.asname and "." in one.name:
                found.append(Imported(one.name, one.name, node.lineno, deferred))
    for source in index.nodes(ast.ImportFrom):
        base = "." * source.level + (source.module or "")
        deferred = _deferred(index, source)
        for one in source.names:
            joint = "" if base.endswith(".") else "."
            full = f"{base}{joint}{one.name}"
            found.append(Imported(full, one.asname or one.name, source.lineno, deferred))
    return found


def _deferred(index: Index, node: ast.AST) -> bool:
    if index.function(node) is not None:
        return True
    return any(isinstance(one, ast.If) for one in index.above(node))
