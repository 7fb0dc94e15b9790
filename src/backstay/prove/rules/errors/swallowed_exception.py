"""Swallowed exception.

## Why
An error that is caught and dropped shows up later, somewhere else, as data that is not there. If it
may really be ignored, `contextlib.suppress` with its name says so.

## Flagged
```py services
def delete(path):
    try:
        remove(path)
    except Exception:  # ERR002
        pass
```

```py services
async def notify(user):
    try:
        await send(user)
    except:  # ERR002
        ...
```

## Instead
```py services
def delete(path):
    try:
        remove(path)
    except FileNotFoundError:
        pass
```

```py services
async def notify(user):
    try:
        await send(user)
    except SmtpError as error:
        log.warning("mail not sent", exc_info=error)
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.remarks import explained
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_CLOSES = frozenset(
    "close aclose disconnect shutdown terminate kill cancel unlink remove rollback stop quit wait "
    "wait_closed unsubscribe release cleanup rmtree rmdir detach".split()
)
"""What is done to a thing that is given up anyway."""
_ASKS = ("os.path.", "hasattr", "isinstance", "getattr", "callable")
_WIDE = frozenset(
    ("Exception", "BaseException", "SQLAlchemyError", "sqlalchemy.exc.SQLAlchemyError")
)


@rule(
    "ERR002",
    rows=("R-127",),
    severity=Severity.MEDIUM,
    minutes=10,
    hint="name the exception and say what follows, or let it rise",
)
def swallowed_exception(source: Source) -> Iterator[Hit]:
    """Handlers of wide exceptions that do nothing; where a comment says why, they inform."""
    if source.layer in ("tests", "tools", "migrations"):
        return
    for handler in source.nodes(ast.ExceptHandler):
        if (handler.type is None or source.full(handler.type) in _WIDE) and _empty(handler.body):
            taste = source.project.taste if _meant(source, handler) else None
            message = "an error of any kind is dropped without a word"
            yield source.hit(handler, message, severity=taste)


def _empty(body: list[ast.stmt]) -> bool:
    return all(
        isinstance(one, ast.Pass | ast.Continue)
        or (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant))
        for one in body
    )


def _meant(source: Source, handler: ast.ExceptHandler) -> bool:
    """Whether the reason stands there, or nothing but the closing of something was tried."""
    attempt = source.parent(handler)
    tried = attempt.body if isinstance(attempt, ast.Try) else []
    calls = [n for one in tried for n in ast.walk(one) if isinstance(n, ast.Call)]
    closes = any(source.last(one.func) in _CLOSES for one in calls)
    harmless = all(
        source.last(one.func) in _CLOSES or source.full(one.func).startswith(_ASKS) for one in calls
    )
    return explained(source, handler) or (closes and harmless)
