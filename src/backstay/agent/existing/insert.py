"""New pieces put into files as pure insertions: nothing that stands there moves by a byte."""

import ast
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from backstay.agent.existing.closure import Needed
from backstay.agent.existing.imports import with_imports


@dataclass(frozen=True, slots=True)
class Insertion:
    """Text that goes in behind a line (counted from 1; 0 is the top)."""

    after: int
    text: str


def edited(root: Path, path: str, new: Iterable[Needed], extra: Iterable[str] = ()) -> str:
    """The file with pieces behind the last of their kind, and with the imports that they need."""
    raw = (root / path).read_bytes().decode("utf-8")
    ending = "\r\n" if "\r\n" in raw else "\n"
    tree = ast.parse(raw)
    lines = raw.split(ending)
    found = [_behind(tree, lines, one) for one in new]
    for one in sorted(found, key=lambda one: one.after, reverse=True):
        lines[one.after : one.after] = one.text.split("\n")
    # last, for imports stand above everything else and move no line that was counted
    return ending.join(with_imports(tree, lines, extra))


def _behind(tree: ast.Module, lines: list[str], new: Needed) -> Insertion:
    if new.owner:
        owner = next(
            one for one in tree.body if isinstance(one, ast.ClassDef) and one.name == new.owner
        )
        return Insertion(owner.end_lineno or owner.lineno, f"\n{new.text}")
    functions = [
        one for one in tree.body if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    last = functions[-1].end_lineno if functions else len(lines)
    place = last or len(lines)
    if not functions:
        place = len(lines) - 1 if lines and not lines[-1] else len(lines)
    return Insertion(place, f"\n\n{new.text}")
