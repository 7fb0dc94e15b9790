"""Texts of this repository by name: lines of a file, a test, a name of a module."""

import ast
from functools import cache
from pathlib import Path

from backstay.prove.standard.rows import Holder

ROOT = Path(__file__).parents[3]


class NotThereError(Exception):
    """A holder names what does not exist; the message says what is missing."""


def part_of(files: list[Path], holder: Holder) -> str:
    """The lines that hold the part, each with its file's name."""
    if not all(one.is_file() for one in files) or not files:
        raise NotThereError(f"{holder.what} is not there")
    if not holder.part:
        raise NotThereError(f"{holder.what}: say which text of it, after `::`")
    found = [line for one in files for line in lines_of(one) if holder.part in line]
    if not found:
        raise NotThereError(f"{holder.what} does not say `{holder.part}`")
    return "\n".join(found)


def module(name: str) -> Path:
    place = ROOT / "src" / name.replace(".", "/")
    path = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
    if not path.is_file():
        raise NotThereError(f"there is no module {name}")
    return path


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def lines_of(path: Path) -> list[str]:
    return text_of(path).splitlines()


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(text_of(path))


def opening(path: Path) -> str:
    return ast.get_docstring(_tree(path)) or ""


def function(path: Path, name: str) -> str:
    """A function with its decorators, and the values of the module that both name."""
    for one in ast.walk(_tree(path)):
        if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef) and one.name == name:
            first = min([one.lineno, *(each.lineno for each in one.decorator_list)])
            named = {each.id for each in ast.walk(one) if isinstance(each, ast.Name)}
            cases = [text for each in sorted(named) if (text := _assigned(path, each))]
            return "\n".join([*lines_of(path)[first - 1 : one.end_lineno], *cases])
    moved = [one for one in (ROOT / "tests").rglob("*.py") if f"def {name}(" in text_of(one)]
    where = f"; {moved[0].relative_to(ROOT)} has" if moved else ""
    raise NotThereError(f"{path.relative_to(ROOT)} has no {name}{where}")


def named(path: Path, name: str) -> str:
    """A function, class or value at the top of a module."""
    for one in _tree(path).body:
        if getattr(one, "name", "") == name:
            return "\n".join(lines_of(path)[one.lineno - 1 : one.end_lineno])
    if text := _assigned(path, name):
        return text
    raise NotThereError(f"{path.relative_to(ROOT)} has no {name}")


def _assigned(path: Path, name: str) -> str:
    """A value at the top of a module; empty where none is called so."""
    for one in _tree(path).body:
        targets = one.targets if isinstance(one, ast.Assign) else [getattr(one, "target", None)]
        if name in {getattr(each, "id", "") for each in targets}:
            return "\n".join(lines_of(path)[one.lineno - 1 : one.end_lineno])
    return ""
