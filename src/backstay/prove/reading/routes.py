"""Routes: the operations that a module's decorators declare, in FastAPI's and Flask's form."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from backstay.prove.reading.index import Function, Index
from backstay.prove.reading.layers import is_route
from backstay.prove.reading.names import Names

ROUTERS = frozenset({"APIRouter", "FastAPI", "Blueprint", "Flask"})
_FOR_MACHINES = re.compile(
    r"(?:^|/)(?:healthz?|health-?check|readyz?|livez?|ping|metrics|[\w-]*web-?hooks?|callback)(?:/|$)"
)


@dataclass(frozen=True, slots=True, eq=False)
class Route:
    """One decorated function: `methods` in capitals, `path` as written in the decorator.

    `router` is the name before the dot. `calls` holds the decorator itself.
    """

    function: Function
    call: ast.Call
    methods: tuple[str, ...]
    path: str
    router: str

    def keyword(self, name: str) -> ast.expr | None:
        """The value of one of the decorator's keywords; what is spread may hold any of them."""
        given = self.call.keywords
        named = (one.value for one in given if one.arg == name)
        return next(named, next((one.value for one in given if one.arg is None), None))

    @property
    def for_machines(self) -> bool:
        """Whether it greets, says that it lives or hears events: nobody reads its page."""
        return (self.path in ("", "/") and "GET" in self.methods and self.router == "app") or bool(
            _FOR_MACHINES.search(self.path) or "webhook" in self.function.name
        )

    @property
    def line(self) -> int:
        """Where the decorator stands."""
        return self.call.lineno


def routes_of(index: Index, names: Names) -> list[Route]:
    """The routes of a module, in the order of the source."""
    found: list[Route] = []
    for function in index.functions():
        found += [
            _route(function, one, names)
            for one in function.decorator_list
            if isinstance(one, ast.Call) and is_route(one)
        ]
    return sorted(found, key=lambda route: route.line)


def _route(function: Function, call: ast.Call, names: Names) -> Route:
    assert isinstance(call.func, ast.Attribute)
    verb = call.func.attr.upper()
    first = call.args[0]
    path = first.value if isinstance(first, ast.Constant) else ""
    return Route(
        function,
        call,
        _methods(call) if verb == "ROUTE" else (verb,),
        str(path),
        names.last(call.func.value),
    )


def _methods(call: ast.Call) -> tuple[str, ...]:
    for one in call.keywords:
        if one.arg == "methods" and isinstance(one.value, ast.List | ast.Tuple):
            values = (item.value for item in one.value.elts if isinstance(item, ast.Constant))
            return tuple(str(value).upper() for value in values)
    return ("GET",)


def shows_pages(text: str) -> bool:
    """Whether a module answers with pages for people, whose paths are no API's."""
    return "render_template" in text or "TemplateResponse" in text


@dataclass(frozen=True, slots=True, eq=False)
class Router:
    """A router that a module makes: `name = APIRouter(...)`, with the call and what it calls."""

    name: str
    call: ast.Call
    kind: str

    def keyword(self, name: str) -> ast.expr | None:
        """The value of one of the constructor's keywords."""
        return next((one.value for one in self.call.keywords if one.arg == name), None)


def routers_of(index: Index, names: Names) -> dict[str, Router]:
    """The routers of a module by name."""
    found: dict[str, Router] = {}
    for node in index.nodes(ast.Assign):
        target = node.targets[0]
        if isinstance(node.value, ast.Call) and (local := names.last(target)):
            kind = names.last(node.value.func)
            if kind in ROUTERS:
                found[local] = Router(local, node.value, kind)
    return found


def with_defaults(given: ast.arguments) -> Iterator[tuple[ast.arg, ast.expr | None]]:
    """Each argument with its default, None where it has none."""
    plain = [*given.posonlyargs, *given.args]
    gaps: list[ast.expr | None] = [None] * (len(plain) - len(given.defaults))
    yield from zip(plain, [*gaps, *given.defaults], strict=True)
    yield from zip(given.kwonlyargs, given.kw_defaults, strict=True)
