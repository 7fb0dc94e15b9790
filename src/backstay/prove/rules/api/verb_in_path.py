"""Verb in a path.

## Why
The method is the verb. `POST /tasks/create` says it twice, and `GET /deleteTask` is called by the
first crawler that sees the link.

## Flagged
```py routes
@router.post("/tasks/create")  # API007
def create_task(data: TaskCreate): ...

@router.get("/get-users")  # API007
def users(): ...

@router.post("/tasks/{task_id}/delete")  # API007
def delete_task(task_id: str): ...
```

## Instead
```py routes
@router.post("/tasks")
def create_task(data: TaskCreate): ...

@router.post("/tasks/{task_id}/stop")
def stop_task(task_id: str): ...

@router.get("/updates")
def updates(): ...
```
"""

import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_VERB = re.compile(
    r"(get|list|fetch|create|update|delete|remove|edit|modify|read)(-|_|$|(?=[A-Z]))"
)
"""The verbs that a method says already; actions such as `stop` are nouns of their own."""


@rule(
    "API007",
    rows=("R-074", "R-075"),
    severity=Severity.LOW,
    minutes=15,
    hint="let the method be the verb, and the path the noun",
    habit=True,
)
def verb_in_path(source: Source) -> Iterator[Hit]:
    """Segments that repeat what GET, POST, PUT, PATCH and DELETE say."""
    if source.layer in ("tests", "tools"):
        return
    for route in source.routes:
        plain = [part for part in route.path.split("/") if part and part[0] not in "{<"]
        wrong = next((part for part in plain if _VERB.match(part)), "")
        if wrong:
            yield source.hit(route.call, f"`{wrong}` in the path repeats the method")
        elif plain:
            yield source.keeps(route.call)
