"""Finds pieces of a project by a name or by code that does the same."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from backstay.prove.checking.gather import gather
from backstay.prove.checking.settings import read_settings
from backstay.prove.existing.words import alike, words_of
from backstay.prove.reading.facts import Facts
from backstay.prove.reading.shape import Shape, likeness, shape_of, shapes_of
from backstay.prove.reading.source import Source

MOST = 10
ENOUGH = 0.5  # likeness from which a piece is worth a look
_SMALLEST = 8  # nodes; smaller functions are all alike
# where one looks first, then the rest
_FIRST = {"utils": 0, "helpers": 0, "services": 1, "config": 2}


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that is there: what it is, where, and how alike from 0 to 1."""

    kind: str
    name: str
    path: str
    line: int
    likeness: float


def find_existing(root: Path, wanted: str) -> list[Piece]:
    """The pieces most like a name, or like a function given as code; the best first.

    Args:
        root: The project.
        wanted: `format_price`, or the text of a function.
    """
    gathered = gather(root, read_settings(root))
    facts = [one.facts for one in gathered.records.values() if one.facts is not None]
    asked = _function(wanted)
    found = _like_code(root, facts, asked) if asked else _like_name(facts, wanted)
    ranked = sorted(found, key=lambda one: (-round(one.likeness, 1), _rank(one.path), one.path))
    return ranked[:MOST]


def _function(wanted: str) -> Shape | None:
    """The first function in a text, or None when it is a name."""
    if wanted.isidentifier():
        return None
    try:
        tree = ast.parse(wanted)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            return shape_of(node)
    return None


def _like_name(facts: list[Facts], wanted: str) -> Iterator[Piece]:
    asked = words_of(wanted)
    for one in facts:
        if one.layer in ("tests", "migrations"):
            continue
        for function in one.functions:
            score = alike(asked, words_of(function.name.rpartition(".")[2]))
            if score >= ENOUGH:
                yield Piece("function", function.name, one.path, function.line, score)
        for klass in one.classes:
            score = alike(asked, words_of(klass.name))
            if score >= ENOUGH:
                yield Piece("class", klass.name, one.path, klass.line, score)


def _like_code(root: Path, facts: list[Facts], asked: Shape) -> Iterator[Piece]:
    for one in facts:
        if one.layer in ("tests", "migrations"):
            continue
        source = Source(one.path, (root / one.path).read_text("utf-8", errors="replace"))
        for shape in shapes_of(source, _SMALLEST):
            same = shape.digest == asked.digest
            score = 1.0 if same else 0.9 * likeness(shape.words, asked.words)
            if score >= ENOUGH:
                yield Piece("function", shape.name, one.path, shape.line, score)


def _rank(path: str) -> int:
    return min((_FIRST[part] for part in path.split("/") if part in _FIRST), default=len(_FIRST))
