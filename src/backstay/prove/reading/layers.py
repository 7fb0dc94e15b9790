"""Which layer a file belongs to: what it does first, then what it and its folders are called."""

import ast

from backstay.prove.reading.folders import layer_named
from backstay.prove.reading.support import support_of

_METHODS = frozenset({"get", "post", "put", "patch", "delete", "head", "options", "route"})


def layer_of(path: str, tree: ast.Module | None = None) -> str:
    """The layer of a file, `` when nothing says; `tests`, `migrations` and `tools` come first."""
    if tree is not None and has_routes(tree):
        return support_of(path) or "routes"
    return support_of(path, tree) or layer_named(path)


def has_routes(tree: ast.Module) -> bool:
    """Whether a module answers requests: a route's decorator, or a list of URLs."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            if any(is_route(one) for one in node.decorator_list):
                return True
        elif isinstance(node, ast.Assign):
            target = node.targets[0]
            if isinstance(target, ast.Name) and target.id == "urlpatterns":
                return True
    return False


def is_route(decorator: ast.expr) -> bool:
    """`@router.get("/x")`, `@app.route("/x")`, `@bp.post("/x")`."""
    return (
        isinstance(decorator, ast.Call)
        and isinstance(decorator.func, ast.Attribute)
        and decorator.func.attr in _METHODS
        and isinstance(decorator.func.value, ast.Name | ast.Attribute)
        and bool(decorator.args)
        and isinstance(decorator.args[0], ast.Constant | ast.JoinedStr)
        and _is_path(decorator.args[0])
    )


def _is_path(argument: ast.Constant | ast.JoinedStr) -> bool:
    if isinstance(argument, ast.JoinedStr):
        return True
    return isinstance(argument.value, str) and (
        argument.value == "" or argument.value.startswith(("/", "{", "<"))
    )
