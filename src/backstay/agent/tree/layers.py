"""Services and migrations of a project, by the names and folders that they have."""

import ast
from collections.abc import Mapping
from dataclasses import dataclass

from backstay.agent.tree.modules import Module

_FOLDERS = ("services", "service", "usecases", "use_cases")


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """Something with a name at a place."""

    name: str
    where: str
    line: int = 1


def services_of(modules: Mapping[str, Module]) -> tuple[Named, ...]:
    """Classes called `...Service`, and modules of service folders or named like one."""
    found: list[Named] = []
    for module in modules.values():
        if module.is_test:
            continue
        classes = [
            Named(node.name, module.path, node.lineno)
            for node in module.tree.body
            if isinstance(node, ast.ClassDef) and node.name.endswith("Service")
        ]
        found += classes
        *folders, file = module.path.split("/")
        is_module = file != "__init__.py" and (
            bool(folders and folders[-1] in _FOLDERS) or file.removesuffix(".py") in _FOLDERS
        )
        if is_module and not classes:
            found.append(Named(file, module.path))
    return tuple(sorted(found))


def migrations_of(modules: Mapping[str, Module]) -> tuple[Named, ...]:
    """Alembic revisions and Django migrations, by revision or file name."""
    found: list[Named] = []
    for module in modules.values():
        names = {
            target.id
            for node in module.tree.body
            for target in _targets(node)
            if isinstance(target, ast.Name)
        }
        folder, _, file = module.path.rpartition("/")
        django = folder.endswith("migrations") and file[:4].isdigit()
        if {"revision", "down_revision"} <= names or django:
            found.append(Named(file.removesuffix(".py"), module.path))
    return tuple(sorted(found))


def _targets(node: ast.stmt) -> list[ast.expr]:
    if isinstance(node, ast.Assign):
        return node.targets
    return [node.target] if isinstance(node, ast.AnnAssign) else []
