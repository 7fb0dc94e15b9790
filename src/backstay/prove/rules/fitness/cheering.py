"""Cheering in what is printed, logged or answered.

## Why
Whoever reads a log at night, or parses an answer, wants to know what happened. "Successfully!"
says it once too often, and on the day it was not so, nobody believes the log.

## Flagged
```py services
def created(order):
    logger.info("Order created successfully!")  # FIT009
```

```py routes contract=1
@router.post("/orders")
def create():
    return {"message": "Awesome, your order is on its way"}  # FIT009
```

## Instead
```py services
def created(order):
    logger.info("order created", extra={"order_id": order.id})
    raise OrderRefused("The order is empty; add a line.")
```
"""

import ast
import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.reading.text import strings
from backstay.prove.rule import rule

_CHEERS = re.compile(
    r"\b(?:awesome|hooray|yay|woohoo|congratulations|congrats|amazing|fantastic|great job|well done"
    r"|oops|whoops|uh[- ]oh)\b|\w[^!\n]{2,}!+\s*$",
    re.IGNORECASE,
)
_SAYING = frozenset(
    "print debug info warning error exception critical echo HTTPException JSONResponse".split()
)


@rule(
    "FIT009",
    rows=("R-202", "C-43"),
    severity=Severity.LOW,
    minutes=2,
    hint="say what happened, with the id of what it happened to",
)
def cheering(source: Source) -> Iterator[Hit]:
    """Texts that end in exclamation, or cheer, where they are said to somebody."""
    if source.layer in ("tests", "tools", "migrations"):
        return
    for node, text in strings(source):
        if _CHEERS.search(text) and _is_said(source, node):
            yield source.hit(node, f"`{text[:40]}` cheers", severity=source.project.taste)


def _is_said(source: Source, node: ast.AST) -> bool:
    """Whether it is logged, printed or raised, or stands under `message` or `detail`."""
    for one in source.above(node):
        if isinstance(one, ast.Call) and source.last(one.func) in _SAYING:
            return True
        if isinstance(one, ast.Raise):
            return True
        if isinstance(one, ast.Dict):
            keys = (key.value for key in one.keys if isinstance(key, ast.Constant))
            return bool({"message", "msg", "detail"}.intersection(map(str, keys)))
        if isinstance(one, ast.stmt):
            return False
    return False
