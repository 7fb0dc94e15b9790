"""Success status that says something else.

## Why
201 tells a client that there is something new, and where; 204 that there is nothing to read. A
creation that answers 200 and a deletion with a body have to be learnt one by one.

## Flagged
```py routes
@router.post("/tasks", response_model=TaskRead)  # API004
async def create_task(data: TaskCreate): ...

@router.delete("/tasks/{task_id}", response_model=TaskRead)  # API004
async def delete_task(task_id: UUID): ...
```

## Instead
```py routes
@router.post("/tasks", response_model=TaskRead, status_code=201)
async def create_task(data: TaskCreate): ...

@router.delete("/tasks/{task_id}", status_code=204)
async def delete_task(task_id: UUID): ...

@router.post("/tasks/search", response_model=list[TaskRead])
async def search_tasks(data: Search): ...
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.index import Function
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_MAKES = ("create_", "add_", "register_")


@rule(
    "API004",
    rows=("R-075", "R-081"),
    severity=Severity.LOW,
    minutes=10,
    hint="status_code=201 for what creates, 204 and no body for what deletes",
    habit=True,
)
def wrong_success_status(source: Source) -> Iterator[Hit]:
    """Creations without a status of their own, deletions that answer with the row."""
    if source.layer in ("tests", "tools"):
        return
    for route in source.routes:
        name, status = route.function.name, route.keyword("status_code")
        if route.methods == ("POST",) and name.startswith(_MAKES):
            yield (
                source.keeps(route.call)
                if status is not None or route.for_machines or _says_itself(source, route.function)
                else source.hit(route.call, f"{name} creates, and answers 200")
            )
        elif route.methods == ("DELETE",) and name.startswith(("delete_", "remove_")):
            yield (
                source.hit(
                    route.call,
                    f"{name} deletes, and answers with a body",
                    severity=source.project.taste,
                )
                if route.keyword("response_model") is not None and status is None
                else source.keeps(route.call)
            )


def _says_itself(source: Source, function: Function) -> bool:
    """Whether the body gives the status: `response.status_code = 201`, or in what it returns."""
    return any(
        (isinstance(one, ast.keyword) and one.arg == "status_code")
        or (isinstance(one, ast.Attribute) and one.attr == "status_code")
        for node in source.nodes(ast.Return) + source.nodes(ast.Assign)
        if source.function(node) is function
        for one in ast.walk(node)
    )
