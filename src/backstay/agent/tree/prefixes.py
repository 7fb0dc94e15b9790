"""Where routers are included, and under which prefix, settings of the project resolved."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from backstay.agent.tree.modules import Module, full_name, text_of
from backstay.blueprint.naming import PREFIX


@dataclass(frozen=True, slots=True)
class Include:
    """One inclusion; `folder` instead of `router` where all routers of a package are included."""

    receiver: str
    router: str
    prefix: str
    folder: str = ""


def included(module: Module, modules: Mapping[str, Module]) -> Iterator[Include]:
    """The inclusions of one module; one in a loop over a package's routers counts for them all."""
    looped = dict(_loops(module))
    for call in ast.walk(module.tree):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)):
            continue
        if call.func.attr != "include_router" or not call.args:
            continue
        given = {word.arg: word.value for word in call.keywords}
        receiver = _full(call.func.value, module)
        prefix = prefix_of(given, module, modules)
        router = _full(call.args[0], module)
        local = call.args[0].id if isinstance(call.args[0], ast.Name) else ""
        if local in looped:
            yield Include(receiver, "", prefix, looped[local])
        elif router:
            yield Include(receiver, router, prefix)


def prefix_of(
    given: Mapping[str | None, ast.expr],
    module: Module,
    modules: Mapping[str, Module] | None = None,
) -> str:
    """The prefix that a call gives: a constant, a name of one, or a field of the settings."""
    value = given.get("prefix")
    if value is None:
        return ""
    if (text := text_of(value)) is not None:
        return text
    if isinstance(value, ast.JoinedStr):
        return "".join(_piece(one, module, modules) for one in value.values)
    return _constant(value, module, modules)


def _piece(node: ast.expr, module: Module, modules: Mapping[str, Module] | None) -> str:
    inner = node.value if isinstance(node, ast.FormattedValue) else node
    text = text_of(inner)
    return text if text is not None else _constant(inner, module, modules)


def _constant(node: ast.expr, module: Module, modules: Mapping[str, Module] | None) -> str:
    """The text that some assignment gives to the last part of a name; the runtime's default."""
    wanted = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
    for one in (module, *(modules or {}).values()):
        for statement in ast.walk(one.tree):
            target, value = _assigned(statement)
            if target == wanted and value is not None:
                return value
    return PREFIX if wanted == "api_prefix" else ""


def _assigned(node: ast.AST) -> tuple[str, str | None]:
    if isinstance(node, ast.Assign):
        target: ast.expr = node.targets[0]
    elif isinstance(node, ast.AnnAssign):
        target = node.target
    else:
        return "", None
    return getattr(target, "id", ""), text_of(node.value)


def _loops(module: Module) -> Iterator[tuple[str, str]]:
    """`for router in routers():` with `routers` from a package: its modules' routers."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.For) and isinstance(node.target, ast.Name):
            source = node.iter.func if isinstance(node.iter, ast.Call) else node.iter
            name = full_name(source, module.names)
            if "." in name:
                yield node.target.id, name.rpartition(".")[0]


def _full(node: ast.expr, module: Module) -> str:
    name = full_name(node, module.names)
    return name if "." in name or not name else f"{module.name}.{name}"
