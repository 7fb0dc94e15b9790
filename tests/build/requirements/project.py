"""A built project as rules look at it: its modules as syntax trees, its document, its texts."""

import ast
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

METHODS = ("get", "post", "put", "patch", "delete")


@dataclass(frozen=True)
class Project:
    """A project's folder."""

    root: Path

    def text(self, path: str) -> str:
        """A file's text."""
        return (self.root / path).read_text(encoding="utf-8")

    @cached_property
    def modules(self) -> dict[str, ast.Module]:
        """Every module under src and tests, by path."""
        files = (path for part in ("src", "tests") for path in (self.root / part).rglob("*.py"))
        return {
            path.relative_to(self.root).as_posix(): ast.parse(path.read_text()) for path in files
        }

    def under(self, folder: str) -> dict[str, ast.Module]:
        """The modules below a folder."""
        return {path: tree for path, tree in self.modules.items() if path.startswith(folder)}

    @cached_property
    def document(self) -> dict[str, Any]:
        """OpenAPI, as committed."""
        found: dict[str, Any] = json.loads(self.text("docs/openapi.json"))
        return found

    @property
    def operations(self) -> dict[tuple[str, str], dict[str, Any]]:
        """Operations by method and path."""
        return {
            (method, path): operation
            for path, item in self.document["paths"].items()
            for method, operation in item.items()
            if method in METHODS
        }

    @cached_property
    def tables(self) -> list[dict[str, Any]]:
        """The tables that the migrations lead to."""
        found: list[dict[str, Any]] = json.loads(self.text(".backstay/state.json"))["tables"]
        return found


def functions(tree: ast.AST) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function in a tree, methods included."""
    return [
        one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def calls(tree: ast.AST) -> list[str]:
    """What is called, as written."""
    return [ast.unparse(one.func) for one in ast.walk(tree) if isinstance(one, ast.Call)]


def imports(tree: ast.AST) -> set[str]:
    """The modules that are imported."""
    found = {one.module or "" for one in ast.walk(tree) if isinstance(one, ast.ImportFrom)}
    names = (name for one in ast.walk(tree) if isinstance(one, ast.Import) for name in one.names)
    return found | {name.name for name in names}
