"""The stored models of a project: classes with a table, and the fields of each."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from backstay.agent.tree.modules import Module, full_name

# what bases outside the project may add; a claim of these is not refused for want of seeing them
FROM_OUTSIDE = frozenset({"id", "created_at", "updated_at", "deleted_at", "row_version"})
_COLUMNS = ("Column", "mapped_column", "relationship", "Field", "Relationship")


@dataclass(frozen=True, slots=True, order=True)
class Model:
    """One model; `fields` are those that the project itself declares, bases included."""

    name: str
    fields: tuple[str, ...]
    where: str
    line: int
    table: str = ""


def models_of(modules: Mapping[str, Module]) -> tuple[Model, ...]:
    """Every class outside the tests that holds a table."""
    classes = {
        f"{module.name}.{node.name}": (module, node)
        for module in modules.values()
        if not module.is_test
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
    }
    found = (
        Model(
            node.name,
            tuple(dict.fromkeys(_fields(name, classes, ()))),
            module.path,
            node.lineno,
            _table(node) or "",
        )
        for name, (module, node) in classes.items()
        if _has_table(module, node)
    )
    return tuple(sorted(found))


def _has_table(module: Module, node: ast.ClassDef) -> bool:
    if _table(node):
        return True
    if any(word.arg == "table" and _true(word.value) for word in node.keywords):
        return True  # SQLModel
    bases = (full_name(base, module.names) for base in node.bases)
    return any(base.endswith("models.Model") for base in bases)  # Django


def _true(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is True


def _table(node: ast.ClassDef) -> str | None:
    for statement in node.body:
        target, value = _declared(statement)
        if target == "__tablename__" and isinstance(value, ast.Constant):
            return str(value.value)
    return None


def _fields(
    name: str, classes: Mapping[str, tuple[Module, ast.ClassDef]], seen: tuple[str, ...]
) -> Iterator[str]:
    if name in seen or name not in classes:
        return
    module, node = classes[name]
    for base in node.bases:
        full = full_name(base, module.names)
        near = f"{module.name}.{full}"
        yield from _fields(near if near in classes else full, classes, (*seen, name))
    for statement in node.body:
        target, value = _declared(statement)
        is_column = isinstance(statement, ast.AnnAssign) or _is_column(value)
        if target and not target.startswith("_") and is_column and target != "model_config":
            yield target


def _declared(statement: ast.stmt) -> tuple[str, ast.expr | None]:
    if isinstance(statement, ast.AnnAssign):
        return getattr(statement.target, "id", ""), statement.value
    if isinstance(statement, ast.Assign):
        return getattr(statement.targets[0], "id", ""), statement.value
    return "", None


def _is_column(value: ast.expr | None) -> bool:
    """A column of SQLAlchemy, or a field of Django: `models.CharField(...)`."""
    if not isinstance(value, ast.Call):
        return False
    called = full_name(value.func, {}).rpartition(".")[2]
    return called in _COLUMNS or called.endswith(("Field", "Key"))
