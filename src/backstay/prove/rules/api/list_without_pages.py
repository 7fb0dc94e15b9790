"""List without pages.

## Why
A list that answers every row works on the desk and falls over with the first large customer: the
rows, the objects and the JSON are all in memory at once. Small fixed lists are the exception; say
so with a waiver.

## Flagged
```py routes
@router.get("/tasks", response_model=list[TaskRead])
async def list_tasks(tasks: Tasks):  # API011
    return await tasks.all()
```

## Instead
```py routes
@router.get("/tasks", response_model=list[TaskRead])
async def list_tasks(tasks: Tasks, limit: Annotated[int, Query(ge=1, le=100)] = 20):
    return await tasks.page(limit)

@router.get("/users", response_model=list[UserRead])
async def list_users(users: Users, query: Annotated[UserQuery, Query()]):
    return await users.page(query)

@router.get("/tasks/{task_id}/tags", response_model=list[str])
async def tags(task_id: UUID, tasks: Tasks):
    return await tasks.tags(task_id)
```
"""

import ast
import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.index import Function
from backstay.prove.reading.routes import Route
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_LISTS = frozenset(("list", "List", "Sequence", "Iterable"))
_PLAIN = frozenset("str int float bool dict Any".split())
_BOUNDS = re.compile(
    r"limit|size|per_?page|page|take|top|first|cursor|offset|skip|pagination|params|query|filters?"
    r"|count|request$|ids$",
    re.IGNORECASE,
)


@rule(
    "API011",
    rows=("R-078",),
    severity=Severity.LOW,
    minutes=30,
    hint="take a page and a limit with a greatest value, and say how many there are",
    habit=True,
)
def list_without_pages(source: Source) -> Iterator[Hit]:
    """GET routes on a collection that answer a list of objects, and take nothing that bounds it."""
    if source.layer in ("tests", "tools"):
        return
    for route in source.routes:
        if "GET" not in route.methods or route.for_machines or not _is_collection(source, route):
            continue
        if _is_bounded(source, route.function):
            yield source.keeps(route.function)
        else:
            yield source.hit(route.function, f"{route.function.name} answers every row")


def _is_collection(source: Source, route: Route) -> bool:
    answer = route.keyword("response_model") or route.function.returns
    return (
        "{" not in route.path
        and isinstance(answer, ast.Subscript)
        and source.last(answer.value) in _LISTS
        and source.last(answer.slice) not in _PLAIN
        and isinstance(answer.slice, ast.Name | ast.Attribute)
    )


def _is_bounded(source: Source, function: Function) -> bool:
    """Whether any argument, or the type of one, is called like a page; or the body cuts."""
    arguments = (*function.args.args, *function.args.kwonlyargs)
    words = [one.arg for one in arguments]
    words += [
        source.last(node)
        for one in arguments
        for node in ast.walk(one.annotation or ast.Pass())
        if isinstance(node, ast.Name | ast.Attribute)
    ]
    cut = any(
        isinstance(node, ast.Attribute) and node.attr in ("limit", "paginate", "slice")
        for node in ast.walk(function)
    )
    return cut or any(_BOUNDS.search(word) for word in words if word not in ("Query", "Request"))
