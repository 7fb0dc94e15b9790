"""Catch-all except.

## Why
`except Exception` also catches the typo, the closed database and the bug of tomorrow, and answers
all of them alike. What is expected has a name; everything else belongs to one handler at the edge.

## Flagged
```py services
async def create(self, data):
    try:
        return await self.tasks.add(data)
    except Exception:  # ERR001
        return None
```

```py routes
@router.get("/tasks/{task_id}")
async def get_task(task_id: str):
    try:
        return await find(task_id)
    except:  # ERR001
        raise HTTPException(500)
```

## Instead
```py services
async def create(self, data):
    try:
        return await self.tasks.add(data)
    except IntegrityError as error:
        raise TaskExists from error
```

```py services
async def transfer(session):
    try:
        await move(session)
    except Exception:
        await session.rollback()
        raise
```

```py app/main.py
@app.exception_handler(Exception)
async def failed(request, error):
    return problem(500)
```
"""

import ast
import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.remarks import explained
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_ALL = frozenset(("Exception", "BaseException"))
_TELLS = re.compile(
    r"^(?:exception|warn(?:ing)?|critical|info|debug|log|print|flash|echo|abort|exit)$"
    r"|error|fail|reject|invalid|response|capture_exception|rollback|log_|^raise_",
    re.IGNORECASE,
)
_VERDICTS = frozenset({"error", "errors", "success", "ok", "status", "message", "detail", "reason"})
"""Keys by which an answer says that it did not work."""
_EDGES = frozenset(("entry", "middleware", "errors", "jobs", "tools", "tests", "migrations"))
"""Where the last resort belongs: the edge of the service, and loops that must go on."""


@rule(
    "ERR001",
    rows=("R-131", "C-21"),
    severity=Severity.MEDIUM,
    minutes=15,
    hint="name the exceptions that are expected here; the edge of the service handles the rest",
)
def catch_all_except(source: Source) -> Iterator[Hit]:
    """Handlers for everything, away from the edge; those that tell of it, or why, inform."""
    if source.layer in _EDGES:
        return
    for handler in source.nodes(ast.ExceptHandler):
        if _catches_all(source, handler) and not _goes_on(source, handler):
            what = "except Exception" if handler.type else "a bare except"
            meant = explained(source, handler) or not _silent(source, handler)
            told = source.project.taste if meant else None
            yield source.hit(handler, f"{what} swallows what nobody foresaw", severity=told)


def _catches_all(source: Source, handler: ast.ExceptHandler) -> bool:
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(kind is None or source.full(kind) in _ALL for kind in kinds)


def _goes_on(source: Source, handler: ast.ExceptHandler) -> bool:
    """Whether it raises again, keeps a loop alive that tells of it, or does nothing (ERR002)."""
    for node in handler.body:
        if isinstance(node, ast.Raise) and (
            node.exc is None or source.last(node.exc) == handler.name
        ):
            return True
    if all(isinstance(node, ast.Pass | ast.Continue) for node in handler.body):
        return True
    loops = any(isinstance(one, ast.While) for one in source.above(handler))
    return loops and any(
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Call)
        and source.last(node.value.func) in ("exception", "error", "warning", "critical")
        for node in handler.body
    )


def _silent(source: Source, handler: ast.ExceptHandler) -> bool:
    """Whether nobody learns of it: not raised, not logged, not answered, its name not used."""
    for node in (one for line in handler.body for one in ast.walk(line)):
        if isinstance(node, ast.Raise | ast.Try | ast.For):
            return False  # raised, or another way is tried
        if isinstance(node, ast.Name) and node.id == handler.name:
            return False
        if isinstance(node, ast.Call) and _TELLS.search(source.last(node.func)):
            return False
        if isinstance(node, ast.Constant) and node.value in _VERDICTS:
            return False
    return True
