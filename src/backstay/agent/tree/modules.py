"""The Python modules of a project, parsed once, found by their dotted names."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from backstay.detect.parsing import ParseError, parse_python
from backstay.detect.tree import Tree


@dataclass(frozen=True, slots=True)
class Module:
    """One module: its path below the root, its dotted name, its syntax, its imported names."""

    path: str
    name: str
    tree: ast.Module
    names: Mapping[str, str]

    @property
    def is_test(self) -> bool:
        """Whether it belongs to the tests."""
        parts = self.path.split("/")
        return any(part in ("tests", "test") for part in parts[:-1]) or parts[-1].startswith(
            ("test_", "conftest")
        )


def read_modules(root: Path) -> dict[str, Module]:
    """Every module of a project that parses, by dotted name as seen from the root."""
    tree = Tree(root)
    found = {}
    for path in tree.files:
        if not path.endswith(".py"):
            continue
        try:
            parsed = parse_python(tree.read(path) or "")
        except ParseError:
            continue
        name = dotted(path)
        found[name] = Module(path, name, parsed, dict(_names(parsed, name, path)))
    return found


def dotted(path: str) -> str:
    """`src/api/tasks.py` is `src.api.tasks`, a package is its folder."""
    parts = path.removesuffix(".py").split("/")
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _names(tree: ast.Module, name: str, path: str) -> Iterator[tuple[str, str]]:
    """Local names and what they stand for in full; relative imports are resolved."""
    package = name.split(".") if path.endswith("__init__.py") else name.split(".")[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for one in node.names:
                yield (
                    one.asname or one.name.partition(".")[0],
                    (one.name if one.asname else one.name.partition(".")[0]),
                )
        elif isinstance(node, ast.ImportFrom):
            kept = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*kept, *((node.module or "").split("."))]).strip(".")
            for one in node.names:
                yield one.asname or one.name, f"{base}.{one.name}".strip(".")


def full_name(node: ast.expr, names: Mapping[str, str]) -> str:
    """`tasks.router` with `tasks` imported, in full; empty for a computed value."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.insert(0, node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return ""
    return ".".join([names.get(node.id, node.id), *parts])


def text_of(node: ast.expr | None) -> str | None:
    """The text of a string constant; None for anything else."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
