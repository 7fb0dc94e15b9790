"""Class too big.

## Why
A class with thirty methods has thirty reasons to change, and its tests need all of its
collaborators. It is always the one that "manages" something.

## Flagged
```py services class-methods=3
class TaskManager:  # FIT002
    def create(self): ...
    def update(self): ...
    def delete(self): ...
    def export(self): ...
```

## Instead
```py services class-methods=3
class TaskService:
    def create(self): ...
    def update(self): ...
    def delete(self): ...
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

METHODS = 20
LINES = 300


@rule(
    "FIT002",
    rows=("R-014", "R-001"),
    severity=Severity.LOW,
    minutes=60,
    hint="give one of its responsibilities a class of its own",
)
def class_too_big(source: Source) -> Iterator[Hit]:
    """Classes with more methods or lines than one can keep in mind."""
    if source.layer in ("tests", "tools", "migrations"):
        return
    most = source.project.limit("class-methods", METHODS)
    longest = source.project.limit("class-lines", LINES)
    taste = source.project.taste
    for klass in source.nodes(ast.ClassDef):
        kinds = ast.FunctionDef | ast.AsyncFunctionDef
        methods = sum(isinstance(one, kinds) for one in klass.body)
        lines = (klass.end_lineno or klass.lineno) - klass.lineno + 1
        if methods > most:
            message = f"class {klass.name} has {methods} methods, more than {most}"
            yield source.hit(klass, message, severity=taste if methods <= 2 * most else None)
        elif lines > longest:
            message = f"class {klass.name} has {lines} lines, more than {longest}"
            yield source.hit(klass, message, severity=taste if lines <= 2 * longest else None)
