"""Same operation twice.

## Why
The first declaration answers; the second is never called, however often somebody mends it.

## Flagged
```py routes
@router.get("/tasks/{task_id}")
def get_task(task_id: str): ...

@router.get("/tasks/{id}")  # API008
def read_task(id: str): ...
```

```py routes
@router.post("/login")
def login(): ...

@router.post("/login")  # API008
def sign_in(): ...
```

## Instead
```py routes
@router.get("/tasks/{task_id}")
def get_task(task_id: str): ...

@router.put("/tasks/{task_id}")
def replace_task(task_id: str): ...

@admin.get("/tasks/{task_id}")
def get_any_task(task_id: str): ...
```
"""

import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_PARAMETER = re.compile(r"[{<][^}>]*[}>]")


@rule(
    "API008",
    rows=("R-076",),
    severity=Severity.HIGH,
    minutes=10,
    hint="remove one of them, or give it a path of its own",
)
def same_operation_twice(source: Source) -> Iterator[Hit]:
    """Two routes of one router with the same method and the same path."""
    if source.layer in ("tests", "tools"):
        return
    seen: dict[tuple[object, ...], int] = {}
    for route in source.routes:
        path = _PARAMETER.sub("{}", route.path)
        for method in route.methods:
            maker = source.function(route.function)  # `app` of another factory is another app
            key = (maker, route.router, method, path)
            if key in seen:
                message = f"{method} {route.path} is declared in line {seen[key]} already"
                yield source.hit(route.call, message)
            seen.setdefault(key, route.line)
