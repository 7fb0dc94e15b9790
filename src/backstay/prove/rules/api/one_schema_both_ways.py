"""One schema for what comes in and what goes out.

## Why
What clients may send and what they may see are two lists. In one class, `id` and `is_admin` can be
written and the password comes back.

## Flagged
```py routes
@router.post("/users", response_model=User)  # API010
def create(user: User):
    return save(user)
```

## Instead
```py routes
@router.post("/users", response_model=UserRead)
def create(user: UserCreate):
    return save(user)

@router.get("/users", response_model=list[UserRead])
def users(query: UserQuery = Depends()):
    return []
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.routes import Route, with_defaults
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_WRITES = frozenset({"POST", "PUT", "PATCH"})
_BUILT_IN = frozenset("dict list str int float bool Any None bytes".split())


@rule(
    "API010",
    rows=("R-016",),
    severity=Severity.LOW,
    minutes=30,
    hint="write a class for input and one for output; Create, Update and Read are the usual three",
    habit=True,
)
def one_schema_both_ways(source: Source) -> Iterator[Hit]:
    """Writing routes whose body and answer are the same class, where others have two."""
    if source.layer in ("tests", "tools"):
        return
    for route in source.routes:
        answer = _class(source, route.keyword("response_model") or route.function.returns)
        if not _WRITES.intersection(route.methods) or not answer or answer in _BUILT_IN:
            continue
        if answer in _bodies(source, route):
            name = answer.rpartition(".")[2]
            yield source.hit(route.call, f"{name} is both the body and the answer")
        else:
            yield source.keeps(route.call)


def _bodies(source: Source, route: Route) -> set[str]:
    """The classes of arguments that a body fills: no dependency, nothing with a default call."""
    return {
        _class(source, one.annotation)
        for one, default in with_defaults(route.function.args)
        if source.last(default) in ("", "Body")
        and (default is None or isinstance(default, ast.Call))
    }


def _class(source: Source, written: ast.expr | None) -> str:
    """The class itself: `list[Task]` and `Optional[Task]` are Task."""
    while isinstance(written, ast.Subscript):
        inner = written.slice
        written = inner.elts[0] if isinstance(inner, ast.Tuple) else inner
    return source.full(written)
