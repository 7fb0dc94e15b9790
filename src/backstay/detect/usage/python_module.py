"""One Python file: what it imports, what it calls at module level, what its functions build."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from backstay.detect.parsing import parse_python


@dataclass(frozen=True, slots=True)
class Import:
    """One imported name in full, `fastapi.FastAPI`, and the line of its statement."""

    name: str
    line: int


@dataclass(frozen=True, slots=True)
class Assignment:
    """A module-level `name = callee(...)`, the callee in full where its import is known."""

    name: str
    callee: str
    line: int


@dataclass(frozen=True, slots=True)
class Function:
    """A module-level function that returns something: the calls in it; `bare` when none is asked.

    A bare function can be called without arguments, which is what a server does with a factory.
    """

    name: str
    calls: tuple[tuple[str, int], ...]
    bare: bool


@dataclass(frozen=True, slots=True)
class Module:
    """What one file says, in its own order."""

    path: str
    imports: tuple[Import, ...]
    assignments: tuple[Assignment, ...]
    functions: tuple[Function, ...]
    classes: tuple[tuple[str, int], ...]


def read_module(content: str, path: str) -> Module:
    """The outline of a Python file; ParseError when it cannot be parsed."""
    tree = parse_python(content)
    names = tuple(_names(tree))
    imports = tuple(Import(full, line) for _, (full, line) in names)
    full = {local: name for local, (name, _) in names}
    body = tuple(_module_level(tree.body))
    functions = (one for one in body if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef))
    return Module(
        path,
        imports,
        tuple(_assignments(body, full)),
        tuple(_function(one, full) for one in functions if _returns(one)),
        tuple((one.name, one.lineno) for one in body if isinstance(one, ast.ClassDef)),
    )


def _names(tree: ast.Module) -> Iterator[tuple[str, tuple[str, int]]]:
    """Each local name with the full name that it stands for; relative imports keep their dots."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for one in node.names:
                local = one.asname or one.name.partition(".")[0]
                target = one.name if one.asname else local
                yield local, (target, node.lineno)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            for one in node.names:
                yield one.asname or one.name, (f"{base}.{one.name}", node.lineno)


def _module_level(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Statements that run on import, those inside `if` and `try` among them."""
    for node in body:
        yield node
        if isinstance(node, ast.If | ast.Try | ast.With):
            yield from _module_level(node.body)
            yield from _module_level(getattr(node, "orelse", []))


def _assignments(body: tuple[ast.stmt, ...], full: Mapping[str, str]) -> Iterator[Assignment]:
    for node in body:
        if isinstance(node, ast.Assign):
            target: ast.expr = node.targets[0]
        elif isinstance(node, ast.AnnAssign):
            target = node.target
        else:
            continue
        if isinstance(target, ast.Name) and isinstance(node.value, ast.Call):
            yield Assignment(target.id, _callee(node.value, full), node.lineno)


def _function(node: ast.FunctionDef | ast.AsyncFunctionDef, full: Mapping[str, str]) -> Function:
    calls = tuple(
        (_callee(call, full), call.lineno) for call in ast.walk(node) if isinstance(call, ast.Call)
    )
    given = len(node.args.defaults)
    asked = len(node.args.posonlyargs) + len(node.args.args) > given
    asked = asked or any(default is None for default in node.args.kw_defaults)
    return Function(node.name, calls, bare=not asked)


def _returns(node: ast.AST) -> bool:
    return any(isinstance(one, ast.Return) and one.value for one in ast.walk(node))


def _callee(call: ast.Call, full: Mapping[str, str]) -> str:
    """`web.Application` as `aiohttp.web.Application`; empty for a call on a computed value."""
    parts: list[str] = []
    node = call.func
    while isinstance(node, ast.Attribute):
        parts.insert(0, node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return ""
    return ".".join([full.get(node.id, node.id), *parts])
