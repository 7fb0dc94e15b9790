"""Body without a schema.

## Why
A `dict` takes whatever comes: unknown fields, missing ones, numbers as texts. Every check that the
schema would have made is written by hand later, or forgotten.

## Flagged
```py routes
@router.post("/tasks")
async def create_task(data: dict):  # API009
    return await tasks.create(**data)
```

```py routes
@router.post("/tasks")
async def create_task(request: Request):
    data = await request.json()  # API009
    return await tasks.create(data)
```

## Instead
```py routes
@router.post("/tasks")
async def create_task(data: TaskCreate):
    return await tasks.create(data)

@router.post("/webhooks/payments")
async def paid(request: Request):
    verify(await request.body(), request.headers["signature"])
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.routes import with_defaults
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_LOOSE = frozenset(("dict", "Dict", "typing.Dict", "Any", "typing.Any"))
_WRITES = frozenset(("POST", "PUT", "PATCH"))


@rule(
    "API009",
    rows=("R-083", "R-084"),
    severity=Severity.MEDIUM,
    minutes=20,
    hint="write a schema for the body",
    habit=True,
)
def untyped_body(source: Source) -> Iterator[Hit]:
    """Bodies that are a dict, anything, or read from the request by hand."""
    if source.layer in ("tests", "tools") or "flask" in source.project.frameworks:
        return
    for route in source.routes:
        if not _WRITES & set(route.methods) or route.for_machines:
            continue
        function = route.function
        loose = [
            one
            for one, default in with_defaults(function.args)
            if _is_loose(source, one.annotation) and source.last(default) in ("", "Body")
        ]
        read = [
            call
            for call in source.calls
            if source.full(call.func) == "request.json" and source.function(call) is function
        ]
        for one in (*loose, *read):
            yield source.hit(one, f"the body of {function.name} has no schema")
        if not loose and not read:
            yield source.keeps(function)


def _is_loose(source: Source, annotation: ast.expr | None) -> bool:
    plain = annotation.value if isinstance(annotation, ast.Subscript) else annotation
    return source.full(plain) in _LOOSE
