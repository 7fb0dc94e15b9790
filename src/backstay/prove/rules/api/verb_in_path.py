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
from backstay.prove.reading.routes import Route, shows_pages
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_CHANGES = "create|update|delete|remove|modify"
_SAYS = {
    "GET": f"get|list|fetch|read|edit|{_CHANGES}",
    "POST": _CHANGES,
    "PUT": f"edit|{_CHANGES}",
    "PATCH": f"edit|{_CHANGES}",
    "DELETE": _CHANGES,
}
_VERBS = {
    method: re.compile(rf"(?:{words})(?:[-_](?!now$)|$|(?=[A-Z]))")
    for method, words in _SAYS.items()
}
"""The verbs that a method says already, or says better; `stop` is a noun of its own."""


@rule(
    "API007",
    rows=("R-074", "R-075"),
    severity=Severity.LOW,
    minutes=15,
    hint="let the method be the verb, and the path the noun",
    habit=True,
    share=10,
)
def verb_in_path(source: Source) -> Iterator[Hit]:
    """Last nouns of paths that repeat what GET, POST, PUT, PATCH and DELETE say."""
    if source.layer in ("tests", "tools") or shows_pages(source.text):
        return  # `/posts/new` and `/posts/edit` are pages that people look at
    for route in source.routes:
        plain = [part for part in route.path.split("/") if part and part[0] not in "{<"]
        wrong = plain[-1] if plain and _repeats(route.methods, plain[-1]) else ""
        if wrong and not (route.for_machines or _for_many(route)):
            yield source.hit(route.call, f"`{wrong}` in the path repeats the method")
        elif plain:
            yield source.keeps(route.call)


def _repeats(methods: tuple[str, ...], segment: str) -> bool:
    joined = "-and-" in segment or "_and_" in segment  # two things at once have no method
    return not joined and any(one in _VERBS and _VERBS[one].match(segment) for one in methods)


def _for_many(route: Route) -> bool:
    """Whether it works on many at once, for which no method stands."""
    return any(word in f"{route.path} {route.function.name}" for word in ("bulk", "batch", "many"))
