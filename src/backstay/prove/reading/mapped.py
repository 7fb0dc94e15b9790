"""Mapped: the classes of a source that SQLAlchemy or SQLModel keep in tables, their columns."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from backstay.prove.reading.source import Source

_COLUMNS = frozenset({"mapped_column", "Column", "Field"})


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One column: its name, its annotation, and the call that declares it, if any."""

    name: str
    node: ast.AnnAssign | ast.Assign
    annotation: ast.expr | None
    call: ast.Call | None

    def keyword(self, name: str) -> ast.expr | None:
        """The value of one of the declaration's keywords."""
        keywords = self.call.keywords if self.call else []
        return next((one.value for one in keywords if one.arg == name), None)

    @property
    def foreign_key(self) -> ast.AST | None:
        """The foreign key that the column is, as the node that declares it."""
        if self.call is None:
            return None
        for one in ast.walk(self.call):
            if isinstance(one, ast.Call) and _last(one.func) == "ForeignKey":
                return one
        return self.call if self.keyword("foreign_key") is not None else None


def mapped_classes(source: Source) -> Iterator[ast.ClassDef]:
    """Classes with a table of their own; abstract ones and mixins have none."""
    for one in source.nodes(ast.ClassDef):
        table = any(
            isinstance(line, ast.Assign)
            and isinstance(line.targets[0], ast.Name)
            and line.targets[0].id == "__tablename__"
            for line in one.body
        )
        if table or any(
            word.arg == "table"
            and isinstance(word.value, ast.Constant)
            and word.value.value is True
            for word in one.keywords
        ):
            yield one


def columns(klass: ast.ClassDef) -> Iterator[Column]:
    """The columns that a class declares itself; relationships are none."""
    for one in klass.body:
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name):
            name, annotation, value = one.target.id, one.annotation, one.value
        elif isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name):
            name, annotation, value = one.targets[0].id, None, one.value
        else:
            continue
        call = value if isinstance(value, ast.Call) else None
        declared = call is not None and _last(call.func) in _COLUMNS
        typed = isinstance(one, ast.AnnAssign) and value is None and not name.startswith("__")
        if declared or typed:
            yield Column(name, one, annotation, call)


def table_name(klass: ast.ClassDef) -> tuple[str, ast.AST] | None:
    """The name of the table where the class says it, and the node."""
    for one in klass.body:
        if (
            isinstance(one, ast.Assign)
            and isinstance(one.targets[0], ast.Name)
            and one.targets[0].id == "__tablename__"
            and isinstance(one.value, ast.Constant)
        ):
            return str(one.value.value), one
    return None


def _last(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
