"""Commit in a loop.

## Why
A commit for each row is a disk flush for each row, and half of the batch stays when the other half
fails. One statement with many rows is also one transaction.

## Flagged
```py services
def load(db: Session, rows):
    for row in rows:
        db.add(Task(**row))
        db.commit()  # DAT011
```

## Instead
```py services
def load(db: Session, rows):
    db.execute(insert(Task), rows)
    db.commit()
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.sessions import is_session
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule


@rule(
    "DAT011",
    rows=("R-060",),
    severity=Severity.INFO,
    minutes=15,
    hint="write all rows in one statement and commit once",
)
def commit_in_loop(source: Source) -> Iterator[Hit]:
    """Commits once per turn; a worker that takes one job at a time has a reason: it informs."""
    if source.layer in ("tests", "tools", "migrations", "jobs"):
        return
    for call in source.calls:
        if source.last(call.func) == "commit" and is_session(source, call.func):
            for one in source.above(call):
                if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                    break
                if isinstance(one, ast.For):
                    yield source.hit(call, "a commit for each turn of the loop")
                    break
