"""Which layer a file belongs to: what it does first, then what it and its folders are called."""

import ast
import re
from collections.abc import Iterator

from backstay.detect.usage.support import part_of

# The words that projects use; the nearest one to the file decides.
_WORDS = {
    "routes": "routes router routers controllers controller endpoints endpoint handlers views "
    "view api urls resources",
    "services": "services service usecases use_cases usecase interactors domain_services",
    "repositories": "repositories repository repos repo crud dao daos queries selectors stores",
    "models": "models model entities entity tables orm",
    "schemas": "schemas schema dto dtos serializers serializer requests responses",
    "config": "config configs settings conf configuration",
    "dependencies": "dependencies deps depends",
    "middleware": "middleware middlewares",
    "errors": "exceptions errors",
    "jobs": "jobs tasks workers worker celery celery_app cron",
    "database": "database databases db session sessions",
    "security": "security auth authentication",
}
_LAYER = {word: layer for layer, words in _WORDS.items() for word in words.split()}
# files that are as likely named for a thing: `repositories/tasks.py`
_THINGS = frozenset(
    "tasks jobs requests responses resources session sessions auth authentication workers stores "
    "security queries entities tables errors".split()
)
_MIGRATIONS = frozenset({"migrations", "alembic", "versions"})
_WORKBENCH = frozenset({"dev", "hack", "ci", ".ci", "devtools", "tooling"})
_ENTRY = frozenset({"main", "app", "asgi", "wsgi", "manage", "server", "__main__", "run"})
_METHODS = frozenset({"get", "post", "put", "patch", "delete", "head", "options", "route"})
_VERB = re.compile(r"[._-]")


def layer_of(path: str, tree: ast.Module | None = None) -> str:
    """The layer of a file, `` when nothing says; `tests`, `migrations` and `tools` come first."""
    parts = path.lower().split("/")
    if _MIGRATIONS.intersection(parts[:-1]):
        return "migrations"
    part = "other" if _WORKBENCH.intersection(parts[:-1]) else part_of(path)
    if part != "service":
        return "tests" if part == "tests" else "tools"
    if tree is not None and has_routes(tree):
        return "routes"
    return next(_named(parts), "entry" if _stem(parts[-1]) in _ENTRY else "")


def _named(parts: list[str]) -> Iterator[str]:
    stem = _stem(parts[-1])
    yield from (_LAYER[word] for word in _words(stem) if word in _LAYER and stem not in _THINGS)
    yield from (_LAYER[folder] for folder in reversed(parts[:-1]) if folder in _LAYER)
    yield from (_LAYER[word] for word in _words(stem) if word in _LAYER)


def _words(stem: str) -> Iterator[str]:
    """`task_service` is named for its last word; `user.controller` too; `service` for itself."""
    yield stem
    yield _VERB.split(stem)[-1]


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name


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
