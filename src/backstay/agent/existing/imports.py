"""Imports that a new piece needs, as its model has them: one more name, or one more line."""

import ast
from collections.abc import Iterable, Iterator

from backstay.agent.existing.nouns import Renamer
from backstay.agent.existing.source import Piece, names_in
from backstay.agent.tree.modules import Module


def needed_imports(source: Module, target: Module, piece: Piece, rename: Renamer) -> Iterator[str]:
    """Import statements, renamed, of what the model imports and the target's module has not."""
    used = names_in(piece.node)
    own = _own_names(target)
    for node in source.tree.body:
        if not isinstance(node, ast.Import | ast.ImportFrom):
            continue
        for one in node.names:
            local = one.asname or one.name.partition(".")[0]
            if local not in used or rename(local) in own:
                continue
            name = rename(one.name) + (f" as {rename(one.asname)}" if one.asname else "")
            if isinstance(node, ast.Import):
                yield f"import {name}"
            else:
                yield f"from {'.' * node.level}{rename(node.module or '')} import {name}"


def _own_names(module: Module) -> set[str]:
    defined = {
        one.name
        for one in module.tree.body
        if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
    }
    assigned = {
        target.id
        for one in module.tree.body
        if isinstance(one, ast.Assign)
        for target in one.targets
        if isinstance(target, ast.Name)
    }
    return defined | assigned | set(module.names)


def with_imports(tree: ast.Module, lines: list[str], extra: Iterable[str]) -> list[str]:
    """The lines with imports added: one more name in a line that is there, else a line below."""
    found = [one for one in tree.body if isinstance(one, ast.Import | ast.ImportFrom)]
    kept = list(lines)
    below: list[str] = []
    for wanted in dict.fromkeys(extra):
        start, _, name = wanted.partition(" import ")
        place = next((one for one in found if _takes_more(kept[one.lineno - 1], start)), None)
        if place is not None and name:
            kept[place.lineno - 1] += f", {name}"
        elif wanted not in kept:
            below.append(wanted)
    last = found[-1].end_lineno if found else _behind_docstring(tree)
    return [*kept[: last or 0], *below, *kept[last or 0 :]]


def _takes_more(line: str, start: str) -> bool:
    """`from x import a, b` on one line, without brackets and comments."""
    return line.startswith(f"{start} import ") and not set("(#\\") & set(line)


def _behind_docstring(tree: ast.Module) -> int | None:
    first = tree.body[0] if tree.body else None
    is_text = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    return first.end_lineno if first is not None and is_text else 0
