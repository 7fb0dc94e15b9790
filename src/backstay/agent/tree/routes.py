"""The routes of a FastAPI project, put together from its routers, decorators and inclusions."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from backstay.agent.tree.modules import Module, full_name, text_of
from backstay.agent.tree.prefixes import Include, included, prefix_of

METHODS = ("get", "post", "put", "patch", "delete", "head", "options")
_MAKERS = ("APIRouter", "FastAPI", "Service")
APP = "(application)"


@dataclass(frozen=True, slots=True, order=True)
class Route:
    """One method on one path, and the function that answers it."""

    method: str
    path: str
    function: str
    where: str
    line: int

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


def routes_of(modules: Mapping[str, Module]) -> tuple[Route, ...]:
    """Every route outside the tests; a router that nobody includes serves nothing."""
    mine = [module for module in modules.values() if not module.is_test]
    makers = {name: prefix for one in mine for name, prefix in _routers(one)}
    includes = [found for one in mine for found in included(one, modules)]
    found = {
        Route(method, _joined(start, own, path), function.name, module.path, function.lineno)
        for module in mine
        for router, method, path, function in _decorated(module)
        if (own := makers.get(router)) is not None
        for start in _starts(router, includes, makers, ())
    }
    return tuple(sorted(found))


def _routers(module: Module) -> Iterator[tuple[str, str]]:
    """Routers and applications by full name, with the prefix that each adds itself."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Call):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            maker = full_name(node.value.func, module.names).rpartition(".")[2]
            if isinstance(target, ast.Name) and maker in _MAKERS:
                given = {word.arg: word.value for word in node.value.keywords}
                yield (
                    f"{module.name}.{target.id}",
                    (prefix_of(given, module) if maker == "APIRouter" else APP),
                )


def _decorated(
    module: Module,
) -> Iterator[tuple[str, str, str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        for call in node.decorator_list:
            if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)):
                continue
            router = _place(call.func.value, module)
            given = {word.arg: word.value for word in call.keywords}
            path = text_of(call.args[0] if call.args else given.get("path"))
            if path is None:
                continue
            for method in _methods(call.func.attr, given.get("methods")):
                yield router, method, path, node


def _methods(name: str, listed: ast.expr | None) -> list[str]:
    if name in METHODS:
        return [name.upper()]
    if name in ("api_route", "route") and isinstance(listed, ast.List | ast.Tuple):
        return [text.upper() for one in listed.elts if (text := text_of(one))]
    return []


def _place(node: ast.expr, module: Module) -> str:
    """A router as it is named in the module, in full: its own, or one that it imports."""
    name = full_name(node, module.names)
    return name if "." in name else f"{module.name}.{name}"


def _starts(
    router: str, includes: list[Include], makers: Mapping[str, str], seen: tuple[str, ...]
) -> Iterator[str]:
    """Every prefix under which a router is reached; an application is reached as it is."""
    if router in seen:
        return
    reached = [one for one in includes if one.router == router]
    wild = [one for one in includes if one.folder and _below(router, one.folder)]
    for one in reached or wild:
        above = makers.get(one.receiver, "")
        for start in _starts(one.receiver, includes, makers, (*seen, router)):
            yield _plain(start, above, one.prefix)
    if not (reached or wild) and makers.get(router, APP) == APP:
        yield ""  # an application, or one that is passed in


def _below(router: str, folder: str) -> bool:
    return router.startswith(f"{folder}.") and router.endswith(".router")


def _plain(*parts: str) -> str:
    return "".join(part for part in parts if part != APP)


def _joined(*parts: str) -> str:
    path = _plain(*parts)
    return (path.rstrip("/") or "/") if path.startswith("/") or not path else f"/{path}"
