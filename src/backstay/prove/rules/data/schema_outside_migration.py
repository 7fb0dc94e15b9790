"""Schema change outside a migration.

## Why
`create_all` at start makes what is missing and never changes what is there: the schema drifts from
the migrations, and the next revision fails on a table that exists already.

## Flagged
```py app/main.py
from app.models import Base

def start():
    Base.metadata.create_all(bind=engine)  # DAT009
```
```ini alembic.ini
[alembic]
script_location = migrations
```

## Instead
```py app/main.py
def start():
    require_head(engine)
```
```ini alembic.ini
[alembic]
script_location = migrations
```
"""

import ast
from collections.abc import Iterator
from typing import Any

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.reading.tree import Tree
from backstay.prove.rule import rule


def _creations(source: Source) -> Any:
    if source.layer in ("tests", "tools", "migrations"):
        return None
    return [[call.lineno, _anew(source, call)] for call in source.calls if _creates(source, call)]


def _creates(source: Source, call: ast.Call) -> bool:
    if source.last(call.func) == "run_sync" and call.args:
        return source.full(call.args[0]).endswith("metadata.create_all")
    return source.last(call.func) == "create_all" and "metadata" in source.full(call.func)


def _anew(source: Source, call: ast.Call) -> bool:
    """Whether it is asked for: to begin anew (tables go first), by a switch, or as a tool."""
    function = source.function(call)
    if any(isinstance(one, ast.If) for one in source.above(call)):
        return True
    if function is None:
        return False
    dropped = any(
        isinstance(one, ast.Attribute) and one.attr == "drop_all" for one in ast.walk(function)
    )
    return dropped or function.name.endswith("create_all")


@rule(
    "DAT009",
    rows=("R-063",),
    severity=Severity.MEDIUM,
    minutes=15,
    hint="leave the schema to the migrations; at start only ask whether they are all there",
    collect=_creations,
)
def schema_outside_migration(tree: Tree) -> Iterator[Hit]:
    """`create_all` in a service that has migrations."""
    if not any(one.rpartition("/")[2] == "alembic.ini" for one in tree.files):
        return
    for path, lines in tree.noted.items():
        for line, anew in lines:
            message = "create_all changes the schema beside the migrations"
            yield tree.hit(path, line, message, severity=tree.project.taste if anew else None)
