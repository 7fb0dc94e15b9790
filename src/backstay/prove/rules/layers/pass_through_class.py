"""Class that only passes calls on.

## Why
A layer that adds nothing costs a file per resource and hides what happens. It may be there for what
comes; that is for the team to say, so this only informs.

## Flagged
```py services
class TaskService:  # LAY010
    def __init__(self, tasks):
        self.tasks = tasks

    def get(self, ident):
        return self.tasks.get(ident)

    def page(self, query):
        return self.tasks.page(query)
```

## Instead
```py services
class TaskService:
    def __init__(self, tasks):
        self.tasks = tasks

    def get(self, ident):
        task = self.tasks.get(ident)
        if task is None:
            raise TaskNotFound(ident)
        return task

    def page(self, query):
        return self.tasks.page(query)
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_FEWEST = 2  # methods; one alone is no layer


@rule(
    "LAY010",
    rows=("R-023", "C-30"),
    severity=Severity.INFO,
    minutes=20,
    hint="call what it wraps, unless a rule is coming",
)
def pass_through_class(source: Source) -> Iterator[Hit]:
    """Services and repositories in which every method returns the same call on one attribute."""
    if source.layer not in ("services", "repositories"):
        return
    for klass in source.nodes(ast.ClassDef):
        methods = [
            one
            for one in klass.body
            if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef) and one.name != "__init__"
        ]
        if len(methods) >= _FEWEST and all(map(_passes, methods)):
            yield source.hit(klass, f"{klass.name} only passes calls on")


def _passes(method: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    body = [
        one
        for one in method.body
        if not (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant))
    ]
    if len(body) != 1 or not isinstance(body[0], ast.Return | ast.Expr):
        return False
    value = body[0].value
    if isinstance(value, ast.Await):
        value = value.value
    return (
        isinstance(value, ast.Call)
        and isinstance(value.func, ast.Attribute)
        and isinstance(value.func.value, ast.Attribute)
        and isinstance(value.func.value.value, ast.Name)
        and value.func.value.value.id == "self"
        and all(isinstance(one, ast.Name | ast.Starred) for one in value.args)
    )
