"""List without a bound on its page.

## Why
The first customer with a million rows asks for all of them, and the service reads them into memory.
A limit that only has a default is no bound: `?limit=1000000` is a request like any other.

## Flagged
```py routes
@router.get("/tasks", response_model=list[TaskRead])
async def list_tasks(skip: int = 0, limit: int = 100):  # API005
    return await tasks(skip, limit)
```

```py routes
@router.get("/tasks")
def read_tasks(page: int = 1, page_size: int = Query(20, ge=1)):  # API005
    return tasks(page, page_size)
```

## Instead
```py routes
@router.get("/tasks", response_model=list[TaskRead])
async def list_tasks(limit: Annotated[int, Query(ge=1, le=100)] = 20):
    return await tasks(limit)

@router.get("/users")
def read_users(limit: int = Query(20, ge=1, le=100)):
    return users(limit)

@router.get("/orders")
def read_orders(page: PageQuery):
    return orders(page)
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.index import Function
from backstay.prove.reading.routes import with_defaults
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_SIZES = frozenset(("limit", "page_size", "per_page", "size", "take", "pageSize", "perPage"))


@rule(
    "API005",
    rows=("R-078",),
    severity=Severity.MEDIUM,
    minutes=10,
    hint="bound it: Annotated[int, Query(ge=1, le=100)]",
)
def list_without_page_bound(source: Source) -> Iterator[Hit]:
    """Parameters that say how many rows to answer, without a greatest value."""
    for route in source.routes:
        if "GET" not in route.methods or source.layer in ("tests", "tools"):
            continue
        for argument, default in with_defaults(route.function.args):
            if argument.arg not in _SIZES or _cut(source, route.function, argument.arg):
                continue
            if _is_number(argument) and not _bounded(argument, default):
                yield source.hit(argument, f"`{argument.arg}` may be as large as anybody likes")


def _is_number(argument: ast.arg) -> bool:
    """Whether it is an int as it stands; types of the project's own may hold their bound."""
    return argument.annotation is not None and any(
        isinstance(node, ast.Name) and node.id == "int" for node in ast.walk(argument.annotation)
    )


def _bounded(argument: ast.arg, default: ast.expr | None) -> bool:
    """Whether a greatest value stands in the annotation or in the default."""
    found = [
        keyword.arg
        for part in (argument.annotation, default)
        if part is not None
        for node in ast.walk(part)
        if isinstance(node, ast.Call)
        for keyword in node.keywords
    ]
    return bool({"le", "lt"} & {name for name in found if name})


def _cut(source: Source, function: Function, name: str) -> bool:
    """Whether the function bounds it itself: `min(limit, 100)`, or a comparison with a number."""
    for one in ast.walk(function):
        if isinstance(one, ast.Call) and source.last(one.func) in ("min", "clamp"):
            parts: list[ast.expr] = one.args
        elif isinstance(one, ast.Compare):
            parts = [one.left, *one.comparators]
            if not any(isinstance(part, ast.Constant) for part in parts):
                continue
        else:
            continue
        if any(isinstance(part, ast.Name) and part.id == name for part in parts):
            return True
    return False
