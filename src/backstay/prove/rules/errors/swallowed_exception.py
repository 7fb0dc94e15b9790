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
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

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
    """Handlers of wide exceptions that do nothing at all."""
    if source.layer in ("tests", "tools", "migrations"):
        return
    for handler in source.nodes(ast.ExceptHandler):
        if (handler.type is None or source.full(handler.type) in _WIDE) and _empty(handler.body):
            yield source.hit(handler, "an error of any kind is dropped without a word")


def _empty(body: list[ast.stmt]) -> bool:
    return all(
        isinstance(one, ast.Pass | ast.Continue)
        or (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant))
        for one in body
    )
