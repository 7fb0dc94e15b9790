"""An endpoint for an existing service: planned as texts of files, with what it cost."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from backstay.agent.existing.closure import Closure, Needed, closure_of
from backstay.agent.existing.fields import unknown_fields
from backstay.agent.existing.imports import needed_imports
from backstay.agent.existing.insert import edited
from backstay.agent.existing.pattern import UnsureError, pattern_for
from backstay.agent.existing.tests import tests_for
from backstay.agent.tree.existing import find_existing
from backstay.agent.tree.models import models_of
from backstay.agent.tree.modules import Module, read_modules
from backstay.agent.tree.routes import routes_of

NEAR = 0.6


@dataclass(frozen=True, slots=True)
class Planned:
    """New texts by path.

    `added` lines stand against a `budget`, the lines that the route is modelled on, which are in
    the files `sources`. `reused` names what was there already,
    `alike` what is like a new piece and may be what was meant (R-197).
    """

    files: Mapping[str, str]
    route: str
    model: str
    reused: tuple[str, ...]
    added: int
    budget: int
    missing: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()


def plan_endpoint(root: Path, method: str, path: str) -> Planned:
    """Plan a route modelled on one of another resource. UnsureError says what is missing."""
    modules = read_modules(root)
    pattern = pattern_for(routes_of(modules), method, path)
    closure = closure_of(root, modules, pattern)
    if unknown := unknown_fields(models_of(modules), closure, pattern):
        raise UnsureError(f"{pattern.route} uses what the other has not: {', '.join(unknown)}")
    tests = tests_for(root, modules, pattern, closure)
    every = (*closure.needed, *tests)
    files = {path: _text(root, modules, path, every, closure) for path in _paths(every)}
    for name, text in files.items():
        try:
            ast.parse(text)
        except SyntaxError as error:  # a model in a form that renaming breaks
            raise UnsureError(f"{name} would not parse: {error}") from error
    return Planned(
        files,
        f"{method} {pattern.path}",
        f"{pattern.route} ({pattern.route.where}:{pattern.route.line})",
        closure.reused,
        sum(_count(text) - _count(_before(root, name)) for name, text in files.items()),
        _budget(every),
        () if tests else (f"no test of {pattern.route} is there to model one on",),
        tuple(sorted({one.model.path for one in every})),
        tuple(_alike(modules, closure)),
    )


def _alike(modules: Mapping[str, Module], closure: Closure) -> Iterator[str]:
    """Asked before each new function: what is near by name or by code, but for its own model."""
    for new in closure.needed:
        for one in find_existing(modules, new.name, dedent(new.text)):
            is_model = (one.name, one.path) == (new.model.name, new.model.path)
            if not is_model and one.similarity >= NEAR:
                yield f"{one.path}:{one.line} {one.signature} is like the new {new.name}"


def _paths(every: tuple[Needed, ...]) -> list[str]:
    return list(dict.fromkeys(one.path for one in every))


def _text(
    root: Path,
    modules: Mapping[str, Module],
    path: str,
    every: tuple[Needed, ...],
    closure: Closure,
) -> str:
    """One file with its new pieces, imports included."""
    by_path = {one.path: one for one in modules.values()}
    mine = [one for one in every if one.path == path]
    extra = [
        line
        for one in mine
        for line in needed_imports(
            by_path[one.model.path], by_path[path], one.model, closure.rename
        )
    ]
    return edited(root, path, mine, extra)


def _budget(every: tuple[Needed, ...]) -> int:
    """What the model takes, with two blank lines before each piece and two for imports."""
    return sum(one.model.last - one.model.first + 5 for one in every)


def _before(root: Path, path: str) -> str:
    return (root / path).read_text(encoding="utf-8")


def _count(text: str) -> int:
    return len(text.splitlines())
