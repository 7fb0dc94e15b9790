"""Service built inside a route.

## Why
A route that builds its service decides what the service works on. In a test nothing can be put in
its place.

## Flagged
```py routes
@router.get("/tasks")
def tasks(db: Session = Depends(get_db)):
    return TaskService(db).page()  # LAY008
```

## Instead
```py routes
@router.get("/tasks")
def tasks(service: TaskService = Depends(task_service)):
    return service.page()
```
"""

from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_KINDS = ("Service", "Repository", "UseCase", "Repo")


@rule(
    "LAY008",
    rows=("R-008", "C-02"),
    severity=Severity.LOW,
    minutes=15,
    hint="ask for it with Depends",
    habit=True,
)
def service_built_in_route(source: Source) -> Iterator[Hit]:
    """Services and repositories constructed in the body of a route, where others are asked for."""
    functions = {route.function for route in source.routes}
    for function in functions:
        for one in (*function.args.args, *function.args.kwonlyargs):
            if one.annotation is not None and source.last(one.annotation).endswith(_KINDS):
                yield source.keeps(function)
    for call in source.calls:
        name = source.last(call.func)
        if name.endswith(_KINDS) and name[0].isupper() and source.function(call) in functions:
            yield source.hit(call, f"{name} is built here")
