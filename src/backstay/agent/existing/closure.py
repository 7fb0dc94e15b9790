"""What a new endpoint needs: pieces that its model reaches by the noun, renamed, unless there."""

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from backstay.agent.existing.nouns import Renamer, renamer
from backstay.agent.existing.pattern import Pattern, UnsureError
from backstay.agent.existing.source import Piece, names_in, pieces_of, text_of
from backstay.agent.tree.modules import Module


@dataclass(frozen=True, slots=True)
class Needed:
    """A new piece: its text, where it goes, and the piece that it is modelled on."""

    path: str
    owner: str
    name: str
    text: str
    model: Piece


@dataclass(frozen=True, slots=True)
class Closure:
    """New pieces, the route first; `reused` are those that were found to be there already."""

    needed: tuple[Needed, ...]
    reused: tuple[str, ...]
    rename: Renamer


def closure_of(root: Path, modules: Mapping[str, Module], pattern: Pattern) -> Closure:
    """Follow the model by its noun. UnsureError where a file, a class or a model is missing."""
    rename = renamer(pattern.source, pattern.target)
    pieces = pieces_of(modules)
    route = pieces.get((pattern.route.where, "", pattern.route.function))
    if route is None:
        raise UnsureError(f"{pattern.route.function} is no function at module level")
    by_name: dict[str, list[Piece]] = {}
    for piece in pieces.values():
        if not _is_test(modules, piece):
            by_name.setdefault(piece.name, []).append(piece)
    waiting, seen = [route], {route.key}
    needed: list[Needed] = []
    reused: list[str] = []
    while waiting:
        piece = waiting.pop(0)
        new = _placed(root, rename, piece)
        there = pieces.get((new.path, new.owner, new.name))
        if there is not None and piece is not route:
            reused.append(f"{new.path}:{there.first} {new.name}")
            continue
        if isinstance(piece.node, ast.ClassDef):
            raise UnsureError(f"there is no {new.name} like {piece.name} ({piece.path})")
        _check_place(root, pieces, new)
        needed.append(new)
        for name in sorted(names_in(piece.node)):
            for other in by_name.get(name, ()):
                if other.key not in seen and rename.names(name):
                    seen.add(other.key)
                    waiting.append(other)
        waiting += _called(piece, pieces, rename, seen)
    return Closure(tuple(needed), tuple(dict.fromkeys(reused)), rename)


def _called(
    piece: Piece,
    pieces: Mapping[tuple[str, str, str], Piece],
    rename: Renamer,
    seen: set[tuple[str, str, str]],
) -> list[Piece]:
    """Methods called on something that the noun names: `task_service.delete(...)`."""
    found: list[Piece] = []
    for call in ast.walk(piece.node):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)):
            continue
        holder = ast.unparse(call.func.value)
        if not rename.names(holder):
            continue
        for other in pieces.values():
            fits = other.name == call.func.attr and other.owner and rename.names(other.owner)
            module = not other.owner and other.name == call.func.attr and rename.names(other.path)
            if (fits or module) and other.key not in seen:
                seen.add(other.key)
                found.append(other)
    return found


def _placed(root: Path, rename: Renamer, piece: Piece) -> Needed:
    return Needed(
        rename(piece.path),
        rename(piece.owner),
        rename(piece.name),
        rename(text_of(root, piece)),
        piece,
    )


def _check_place(root: Path, pieces: Mapping[tuple[str, str, str], Piece], new: Needed) -> None:
    if not (root / new.path).is_file():
        raise UnsureError(f"there is no {new.path}, where {new.name} would go")
    if new.owner and (new.path, "", new.owner) not in pieces:
        raise UnsureError(f"{new.path} has no class {new.owner}, where {new.name} would go")


def _is_test(modules: Mapping[str, Module], piece: Piece) -> bool:
    return any(one.path == piece.path and one.is_test for one in modules.values())
