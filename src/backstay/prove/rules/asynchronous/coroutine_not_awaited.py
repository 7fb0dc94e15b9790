"""Coroutine that is never awaited.

## Why
Calling a coroutine function does nothing at all: the mail is not sent, and no test fails.

## Flagged
```py app/services/orders.py
from app.services.mail import send

async def place(order):
    send(order.email)  # ASY003
```
```py app/services/mail.py
async def send(address):
    await post(address)
```

## Instead
```py app/services/orders.py
import asyncio
from app.services.mail import send

async def place(order, group):
    await send(order.email)
    group.create_task(send(order.email))
```
```py app/services/mail.py
async def send(address):
    await post(address)
```
"""

import ast
from collections.abc import Iterator
from typing import Any

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.facts import CallFact
from backstay.prove.reading.source import Source
from backstay.prove.reading.tree import Tree
from backstay.prove.rule import rule


def _alone(source: Source) -> list[Any]:
    """Calls that are statements of their own."""
    return [
        [source.full(one.value.func), one.value.lineno]
        for one in source.nodes(ast.Expr)
        if isinstance(one.value, ast.Call) and source.full(one.value.func)
    ]


@rule(
    "ASY003",
    rows=("R-147",),
    severity=Severity.HIGH,
    minutes=5,
    hint="await it, or hand it to a task group",
    collect=_alone,
)
def coroutine_not_awaited(tree: Tree) -> Iterator[Hit]:
    """Statements that only call a coroutine function of the project."""
    for path, calls in tree.noted.items():
        for name, line in calls:
            found = tree.called(tree.facts[path], CallFact(name, line))
            if found is not None and found[1].is_async and not found[1].decorated:
                yield tree.hit(path, line, f"{found[1].name} is called but never awaited")
