"""Guards: whether a FastAPI route asks for its caller, itself or through what it depends on."""

import ast
import re
from collections.abc import Iterator
from typing import Any

from backstay.prove.reading.index import Function
from backstay.prove.reading.source import Source
from backstay.prove.reading.tree import Tree

_CALLER = re.compile(
    r"user|auth|principal|permission|role|admin|login|jwt|bearer|api_?key|security|caller|identity"
    r"|owner|signed|verify|token|scope|account|member|superuser|staff|logged|credential|protected",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r"login|log-in|signin|sign-?up|register|token|auth|password|reset|forgot|health|webhook|callback"
    r"|refresh|log-?out|verify|confirm|public|contact|oauth|recover|subscribe|search|utils|private"
    r"|test|seed|init|setup|metrics|ping|echo|newsletter|enquir|inquir|feedback|waitlist|survey"
    r"|apply|guest|anonymous|track|decode|conver|calculat|preview|validat",
    re.IGNORECASE,
)
_SIGN_UP = re.compile(
    r"(?:create|write|add|new|post)_(?:new_)?(?:user|account)s?(?:_profile|_open)?$"
)
_PEOPLE = re.compile(r"^/?(?:users?|accounts?)/?$")
"""Where people sign up; whether they may, the path does not say."""
_WRITES = frozenset({"POST", "PUT", "PATCH", "DELETE"})
_DEEPEST = 5


def dependencies_of(source: Source) -> dict[str, Any]:
    """What the routes, functions and aliases of a file depend on, by full names."""
    if "Depends" not in source.text and not source.routes:
        return {}
    given = {
        name: _names(source, one.keyword("dependencies")) for name, one in source.routers.items()
    }
    return {
        "routes": [
            [
                one.line,
                list(one.methods),
                one.path,
                one.function.name,
                [
                    *_asked(source, one.function),
                    *_names(source, one.keyword("dependencies")),
                    *given.get(one.router, ()),
                    *(source.last(d) for d in one.function.decorator_list if d is not one.call),
                ],
            ]
            for one in source.routes
        ],
        "functions": {one.name: _asked(source, one) for one in source.functions},
        "aliases": {
            source.last(one.targets[0]): _names(source, one.value)
            for one in source.nodes(ast.Assign)
            if isinstance(one.value, ast.Subscript)
        },
        "included": any(
            source.last(call.func) in ("include_router", "FastAPI")
            and any(_CALLER.search(one) for one in _keyword_names(source, call))
            for call in source.calls
        ),
    }


def _keyword_names(source: Source, call: ast.Call) -> list[str]:
    return [
        name
        for one in call.keywords
        if one.arg == "dependencies"
        for name in _names(source, one.value)
    ]


def _asked(source: Source, function: Function) -> list[str]:
    arguments = function.args
    parts: list[ast.expr | None] = [
        one.annotation for one in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
    ]
    parts += [*arguments.defaults, *arguments.kw_defaults]
    return [name for part in parts for name in _names(source, part)]


def _names(source: Source, node: ast.AST | None) -> list[str]:
    if node is None:
        return []
    found = (
        source.full(one) for one in ast.walk(node) if isinstance(one, ast.Name | ast.Attribute)
    )
    return [one for one in found if one]


class Guards:
    """Follows dependencies through the tree."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._known: dict[tuple[str, str], bool] = {}
        self._somewhere = any(one["included"] for one in tree.noted.values())

    def routes(self, path: str, noted: Any) -> Iterator[tuple[int, bool, bool, str]]:
        """Of each writing route: its line, whether it is guarded, meant for all, and its name.

        Projects built from a contract have promised it of every route (R-103).
        """
        for line, methods, where, name, names in noted["routes"]:
            if self._tree.project.contract or _WRITES.intersection(methods):
                guarded = any(self._leads(path, one, _DEEPEST) for one in names)
                public = bool(_PUBLIC.search(f"{path} {where} {name}")) or self._somewhere
                public = public or (methods == ["POST"] and bool(_SIGN_UP.search(name)))
                public = public or any("public" in one.lower() for one in names)
                public = public or (methods == ["POST"] and bool(_PEOPLE.search(where)))
                yield line, guarded, public, name

    def _leads(self, path: str, name: str, deep: int) -> bool:
        """Whether a name is the caller, or depends on something that is."""
        last = name.rpartition(".")[2]
        if _CALLER.search(last) and not last.endswith(("Create", "Update", "In", "Read", "Out")):
            return True
        if not deep:
            return False
        key = (path, name)
        if key not in self._known:
            self._known[key] = False  # a circle leads nowhere
            self._known[key] = any(
                self._leads(where, one, deep - 1) for where, one in self._next(path, name)
            )
        return self._known[key]

    def _next(self, path: str, name: str) -> Iterator[tuple[str, str]]:
        where, rest = path, name
        noted = self._tree.noted.get(path, {})
        if name not in noted.get("functions", {}) and name not in noted.get("aliases", {}):
            where, rest = self._tree.modules.find(name, path)
            noted = self._tree.noted.get(where, {})
        for table in ("functions", "aliases"):
            for one in noted.get(table, {}).get(rest, ()):
                yield where, one
