"""Route without a response model.

## Why
Without a model the answer is whatever the function happens to return: a new column of the table is
published the day it is added, and the OpenAPI document says nothing.

## Flagged
```py routes
router = APIRouter()

@router.get("/tasks/{task_id}")  # API001
async def get_task(task_id: UUID, tasks: Tasks):
    return await tasks.get(task_id)
```

## Instead
```py routes
router = APIRouter()

@router.get("/tasks/{task_id}", response_model=TaskRead)
async def get_task(task_id: UUID, tasks: Tasks):
    return await tasks.get(task_id)

@router.get("/tasks")
async def list_tasks(tasks: Tasks) -> list[TaskRead]:
    return await tasks.page()

@router.delete("/tasks/{task_id}", status_code=204)
async def delete_task(task_id: UUID, tasks: Tasks):
    await tasks.delete(task_id)

@router.get("/export", response_class=StreamingResponse)
async def export(tasks: Tasks):
    return StreamingResponse(tasks.lines())
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.routes import Route
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_BODYLESS = ("204", "304", "HTTP_204_NO_CONTENT", "HTTP_304_NOT_MODIFIED")


@rule(
    "API001",
    rows=("R-082", "R-070"),
    severity=Severity.MEDIUM,
    minutes=15,
    hint="say response_model=..., or annotate what it returns",
    habit=True,
)
def no_response_model(source: Source) -> Iterator[Hit]:
    """FastAPI's routes whose answer nothing describes."""
    if "flask" in source.project.frameworks or source.layer in ("tests", "tools"):
        return
    for route in source.routes:
        if route.for_machines:
            continue
        if _described(source, route):
            yield source.keeps(route.call)
        else:
            yield source.hit(route.call, f"{route.function.name} does not say what it returns")


def _described(source: Source, route: Route) -> bool:
    if route.keyword("response_model") or route.keyword("response_class"):
        return True
    if route.function.returns is not None:
        return True
    if route.keyword("include_in_schema") is not None:
        return True
    status = route.keyword("status_code")
    code = str(status.value) if isinstance(status, ast.Constant) else source.last(status)
    return code in _BODYLESS or _answers_itself(source, route)


def _answers_itself(source: Source, route: Route) -> bool:
    """Whether every return makes a Response of its own, or there is nothing that it returns."""
    found = [
        node.value
        for node in source.nodes(ast.Return)
        if source.function(node) is route.function and node.value is not None
    ]
    made = {
        source.last(one.targets[0])
        for one in source.nodes(ast.Assign)
        if source.function(one) is route.function and _is_response(source, one.value)
    }
    return all(_is_response(source, value) or source.last(value) in made for value in found)


def _is_response(source: Source, value: ast.expr) -> bool:
    if isinstance(value, ast.Await):
        value = value.value
    return isinstance(value, ast.Call) and (
        source.last(value.func).endswith("Response")
        or "redirect" in source.last(value.func).lower()
    )
