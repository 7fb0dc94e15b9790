"""Route without a description.

## Why
The docstring of a route is its text in the OpenAPI document; without one, whoever integrates reads
`Get Task Tasks  Task Id  Get`.

## Flagged
```py routes
@router.get("/tasks/{task_id}", response_model=TaskRead)
async def get_task(task_id: UUID):  # API006
    return await tasks.get(task_id)
```

## Instead
```py routes
@router.get("/tasks/{task_id}", response_model=TaskRead)
async def get_task(task_id: UUID):
    \"\"\"Get one task.\"\"\"
    return await tasks.get(task_id)

@router.get("/tasks", summary="List tasks")
async def list_tasks():
    return await tasks.page()
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule


@rule(
    "API006",
    rows=("R-070",),
    severity=Severity.LOW,
    minutes=5,
    hint="one sentence as its docstring, or summary=...",
    habit=True,
)
def no_summary(source: Source) -> Iterator[Hit]:
    """Routes that say nothing of themselves."""
    if source.layer in ("tests", "tools") or "flask" in source.project.frameworks:
        return
    for route in source.routes:
        if route.for_machines:
            continue
        said = route.keyword("summary") or route.keyword("description")
        if said is not None or ast.get_docstring(route.function):
            yield source.keeps(route.function)
        elif route.keyword("include_in_schema") is None:
            yield source.hit(route.function, f"{route.function.name} has no description")
