"""Cause of an exception lost.

## Why
The person who reads the log at night needs the error that came first. `raise New from error` keeps
it; `from None` says that it was left out on purpose.

## Flagged
```py services
async def get(self, key):
    try:
        return self.rows[key]
    except KeyError:
        raise TaskNotFound(key)  # ERR003
```

## Instead
```py services
async def get(self, key):
    try:
        return self.rows[key]
    except KeyError as error:
        raise TaskNotFound(key) from error
```

```py services
async def get(self, key):
    try:
        return self.rows[key]
    except KeyError:
        raise TaskNotFound(key) from None
```

```py routes
async def read(key):
    try:
        return find(key)
    except TaskNotFound:
        raise HTTPException(404)
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Edit, Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule


@rule(
    "ERR003",
    rows=("R-127",),
    severity=Severity.LOW,
    minutes=5,
    hint="raise it `from error`, or `from None` where the cause says nothing",
    habit=True,
)
def cause_lost(source: Source) -> Iterator[Hit]:
    """New exceptions that are raised inside a handler without `from`; HTTP answers may be."""
    if source.layer in ("tests", "tools", "migrations"):
        return
    for node in source.nodes(ast.Raise):
        if node.exc is None or "http" in source.last(node.exc).lower():
            continue
        handler = _handler(source, node)
        if handler is None or _same(node.exc, handler):
            continue
        if node.cause is not None:
            yield source.keeps(node)
        else:
            edits = _from(source, node, handler)
            yield source.hit(node, "the error that came first is lost", edits=edits)


def _from(source: Source, node: ast.Raise, handler: ast.ExceptHandler) -> tuple[Edit, ...]:
    """Write ` from error` behind it, where the handler names the error."""
    if not handler.name or node.end_lineno is None or node.end_col_offset is None:
        return ()
    end = source.offset(node.end_lineno, node.end_col_offset)
    return (Edit(end, end, f" from {handler.name}"),)


def _handler(source: Source, node: ast.AST) -> ast.ExceptHandler | None:
    for one in source.above(node):
        if isinstance(one, ast.ExceptHandler):
            return one
        if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            return None
    return None


def _same(raised: ast.expr, handler: ast.ExceptHandler) -> bool:
    return isinstance(raised, ast.Name) and raised.id == handler.name
