"""Finds what a project has already, before the same is written again (R-197)."""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeAlias

from backstay.agent.tree.modules import Module

# where to look first: shared helpers, then services, then configuration
_FIRST = ("utils", "helpers", "lib", "common", "shared", "services", "config", "core")
LEAST = 0.45
MOST = 8
_WORD = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")
Definition: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
_KINDS = {"class": (ast.ClassDef,), "function": (ast.FunctionDef, ast.AsyncFunctionDef)}
_VAGUE = frozenset({"get", "set", "the", "a", "of", "by", "to", "from", "make", "do", "handle"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that may be what is wanted; `similarity` is between 0 and 1."""

    name: str
    path: str
    line: int
    similarity: float
    signature: str


def find_existing(
    modules: Mapping[str, Module], name: str, snippet: str = "", kind: str = ""
) -> tuple[Candidate, ...]:
    """What is alike by name or by what it does, the most alike first.

    Args:
        modules: The project.
        name: What the new thing would be called.
        snippet: Its code, when there is some; compared without names.
        kind: `function`, `class`, or empty for both.
    """
    wanted = _shape(snippet)
    found = [
        Candidate(node.name, module.path, node.lineno, round(score, 2), _signature(node))
        for module in modules.values()
        if not module.is_test
        for node in _definitions(module, kind)
        if (score := _alike(node, name, wanted)) >= LEAST
    ]
    return tuple(sorted(found, key=_rank)[:MOST])


def _rank(one: Candidate) -> tuple[float, int, str]:
    parts = re.split(r"[/.]", one.path)
    place = next((index for index, word in enumerate(_FIRST) if word in parts), len(_FIRST))
    return -one.similarity, place, one.path


def _definitions(module: Module, kind: str) -> Iterator[Definition]:
    wanted = _KINDS.get(kind, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
    for node in ast.walk(module.tree):
        if isinstance(node, Definition) and isinstance(node, wanted):
            yield node


def _alike(node: ast.AST, name: str, wanted: list[str]) -> float:
    own = getattr(node, "name", "")
    by_name = _names(own, name)
    if not wanted:
        return by_name
    by_shape = SequenceMatcher(None, _tokens(node), wanted, autojunk=False).ratio()
    return max(by_name, by_shape if by_shape > 0.8 else 0.0)  # noqa: PLR2004 - shorter is chance


def _names(one: str, other: str) -> float:
    left, right = _words(one), _words(other)
    if not left or not right:
        return 1.0 if one == other else 0.0
    return len(left & right) / len(left | right)


def _words(name: str) -> frozenset[str]:
    words = frozenset(part.lower().rstrip("s") for part in _WORD.findall(name))
    return words - _VAGUE or words


def _shape(snippet: str) -> list[str]:
    try:
        body = ast.parse(snippet).body
    except (SyntaxError, ValueError, RecursionError):
        return []
    return _tokens(body[0]) if body else []


def _tokens(node: ast.AST) -> list[str]:
    """The kinds of nodes in order, with constants and called names: what it does, not its names."""
    return [
        type(one).__name__ + (one.attr if isinstance(one, ast.Attribute) else "")
        for one in ast.walk(node)
        if not isinstance(one, ast.Load | ast.Store | ast.arg | ast.Name)
    ]


def _signature(node: Definition) -> str:
    if isinstance(node, ast.ClassDef):
        return f"class {node.name}"
    return f"def {node.name}({ast.unparse(node.args)})"[:160]
