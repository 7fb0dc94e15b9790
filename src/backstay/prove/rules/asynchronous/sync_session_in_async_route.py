"""Synchronous database session in async code.

## Why
Each query of a synchronous session blocks the event loop until the database answers. A plain `def`
route runs in a thread; `async def` takes that away.

## Flagged
```py routes
from sqlalchemy.orm import Session

@router.get("/tasks")
async def list_tasks(db: Session = Depends(get_db)):  # ASY004
    return db.query(Task).all()
```

## Instead
```py routes
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

@router.get("/tasks")
async def list_tasks(db: AsyncSession = Depends(get_db)):
    return await db.scalars(select(Task))

@router.get("/users")
def list_users(db: Session = Depends(get_db)):
    return db.query(User).all()
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.index import Function
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_SYNC = ("sqlalchemy.orm.Session", "sqlmodel.Session", "sqlalchemy.orm.session.Session")


@rule(
    "ASY004",
    rows=("R-147", "C-18"),
    severity=Severity.HIGH,
    minutes=20,
    hint="use AsyncSession, or make the function a plain def, which runs in a thread",
)
def sync_session_in_async_route(source: Source) -> Iterator[Hit]:
    """Coroutines that are given a synchronous session and use it themselves."""
    if source.layer in ("tests", "tools", "migrations"):
        return
    users = {
        (function, call.func.value.id)
        for call in source.calls
        if isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Name)
        and (function := source.function(call)) is not None
    }
    for one in source.nodes(ast.AsyncFunctionDef):
        name = _session(source, one)
        if name and (one, name) in users and not _awaited(one, name):
            yield source.hit(one, f"{one.name} uses the synchronous session `{name}`")


def _session(source: Source, function: Function) -> str:
    for one in (*function.args.args, *function.args.kwonlyargs):
        annotation = one.annotation
        if isinstance(annotation, ast.Subscript) and isinstance(annotation.slice, ast.Tuple):
            annotation = annotation.slice.elts[0]  # Annotated[Session, Depends(...)]
        if source.full(annotation) in _SYNC:
            return one.arg
    return ""


def _awaited(function: Function, name: str) -> bool:
    """Whether what it gives is awaited: then it is asynchronous, whatever its annotation says."""
    return any(
        isinstance(one, ast.Await)
        and isinstance(one.value, ast.Call)
        and isinstance(one.value.func, ast.Attribute)
        and isinstance(one.value.func.value, ast.Name)
        and one.value.func.value.id == name
        for one in ast.walk(function)
    )
