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
    return [
        call.lineno
        for call in source.calls
        if source.last(call.func) == "create_all" and "metadata" in source.full(call.func)
    ] + [
        call.lineno
        for call in source.calls
        if source.last(call.func) == "run_sync"
        and call.args
        and source.full(call.args[0]).endswith("metadata.create_all")
    ]


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
        for line in lines:
            yield tree.hit(path, line, "create_all changes the schema beside the migrations")
