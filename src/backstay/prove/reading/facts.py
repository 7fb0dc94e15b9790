"""Facts: what a tree remembers of one Python file, small enough to be kept between runs."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from backstay.prove.reading.index import Function
from backstay.prove.reading.names import Imported
from backstay.prove.reading.source import Source


@dataclass(frozen=True, slots=True)
class CallFact:
    """A call by its full name, and its line."""

    name: str
    line: int


@dataclass(frozen=True, slots=True)
class FunctionFact:
    """A function or method; `name` is `TaskService.create` for a method."""

    name: str
    line: int
    end_line: int
    is_async: bool
    decorated: bool
    calls: tuple[CallFact, ...]


@dataclass(frozen=True, slots=True)
class ClassFact:
    """A class: the full names of its bases, the names of its methods and class attributes."""

    name: str
    line: int
    bases: tuple[str, ...]
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RouteFact:
    """An operation: the router's prefix is in `path` where this file says it."""

    method: str
    path: str
    line: int
    function: str


@dataclass(frozen=True, slots=True)
class Facts:
    """One file: `layer` as in Source, `lines` counted as an editor does."""

    path: str
    layer: str
    lines: int
    imports: tuple[Imported, ...]
    functions: tuple[FunctionFact, ...]
    classes: tuple[ClassFact, ...]
    routes: tuple[RouteFact, ...]


def facts_of(source: Source) -> Facts:
    """What the tree remembers of a source."""
    return Facts(
        source.path,
        source.layer,
        len(source.lines) - (source.lines[-1] == ""),
        source.imports,
        tuple(_functions(source)),
        tuple(_classes(source)),
        tuple(_routes(source)),
    )


def _functions(source: Source) -> Iterator[FunctionFact]:
    calls: dict[Function, list[CallFact]] = {}
    for call in source.calls:
        if (function := source.function(call)) is not None and (name := source.full(call.func)):
            calls.setdefault(function, []).append(CallFact(name, call.lineno))
    for one in source.functions:
        if source.function(one) is not None:
            continue
        owner = source.klass(one)
        yield FunctionFact(
            f"{owner.name}.{one.name}" if owner else one.name,
            one.lineno,
            one.end_lineno or one.lineno,
            isinstance(one, ast.AsyncFunctionDef),
            bool(one.decorator_list),
            tuple(calls.get(one, ())),
        )


def _classes(source: Source) -> Iterator[ClassFact]:
    for one in source.nodes(ast.ClassDef):
        bases = tuple(source.full(_plain(base)) for base in one.bases)
        yield ClassFact(one.name, one.lineno, bases, tuple(members(one)))


def _plain(base: ast.expr) -> ast.expr:
    return base.value if isinstance(base, ast.Subscript) else base


def members(klass: ast.ClassDef) -> Iterator[str]:
    """The names of a class's own methods and attributes."""
    for one in klass.body:
        if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef):
            yield one.name
        elif isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name):
            yield one.target.id
        elif isinstance(one, ast.Assign):
            yield from (target.id for target in one.targets if isinstance(target, ast.Name))


def _routes(source: Source) -> Iterator[RouteFact]:
    for one in source.routes:
        router = source.routers.get(one.router)
        prefix = router.keyword("prefix") or router.keyword("url_prefix") if router else None
        start = str(prefix.value) if isinstance(prefix, ast.Constant) else ""
        for method in one.methods:
            yield RouteFact(method, start + one.path, one.line, one.function.name)
