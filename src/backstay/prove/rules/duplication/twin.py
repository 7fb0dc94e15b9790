"""Twin: the same function twice.

## Why
The bug is mended in one of them. R-198: what is there twice is extracted.

## Flagged
```py app/services/invoices.py
def open_totals(rows):
    found = []
    for row in rows:
        if row.deleted_at is None and row.total > 0:
            found.append({"id": row.id, "total": round(row.total * RATE, 2), "name": row.name})
        elif row.archived:
            found.append({"id": row.id, "total": 0, "name": row.archive.name})
    return sorted(found, key=by_total)
```
```py app/services/orders.py
def order_totals(lines):  # DUP001
    result = []
    for line in lines:
        if line.deleted_at is None and line.total > 0:
            result.append({"id": line.id, "total": round(line.total * RATE, 2), "name": line.name})
        elif line.archived:
            result.append({"id": line.id, "total": 0, "name": line.archive.name})
    return sorted(result, key=by_total)
```

## Instead
```py app/services/orders.py
from app.services.invoices import open_totals

def order_totals(lines):
    return open_totals(lines)
```
"""

import re
from collections.abc import Iterator
from typing import Any

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.shape import shapes_of
from backstay.prove.reading.source import Source
from backstay.prove.reading.tree import Tree
from backstay.prove.rule import rule

_VERSION = re.compile(r"/v?\d[\w.-]*(?=/)")
SMALLEST = 60  # nodes of the syntax tree, about six full lines


def _shapes(source: Source) -> list[Any]:
    if source.layer in ("tests", "tools", "migrations"):
        return []
    return [[one.name, one.line, one.digest] for one in shapes_of(source, SMALLEST)]


@rule(
    "DUP001",
    rows=("R-198", "R-197"),
    severity=Severity.LOW,
    minutes=20,
    hint="keep one of them and call it; `backstay find-existing NAME` shows what is there",
    collect=_shapes,
)
def twin(tree: Tree) -> Iterator[Hit]:
    """Functions that differ from another one only in local names."""
    first: dict[str, tuple[str, int]] = {}
    for path in sorted(tree.noted):
        for name, line, digest in tree.noted[path]:
            other, there = first.setdefault(digest, (path, line))
            if (other, there) != (path, line):
                taste = tree.project.taste if _is_version(path, other) else None
                message = f"{name} is the same as {other}:{there}"
                yield tree.hit(path, line, message, severity=taste)


def _is_version(path: str, other: str) -> bool:
    """Whether two files are one in two versions, such as `v1/orders.py`, which are kept apart."""
    return path != other and _VERSION.sub("/", f"/{path}") == _VERSION.sub("/", f"/{other}")
