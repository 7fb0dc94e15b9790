"""Blocking call one call below async code.

## Why
`await`-less helpers hide what waits: the coroutine looks innocent, and the event loop stands still
all the same.

## Flagged
```py app/services/mail.py
from app.clients.mail import deliver

async def welcome(user):
    deliver(user.email)  # ASY002
```
```py app/clients/mail.py
import requests

def deliver(address):
    requests.post("https://mail.internal/send", json={"to": address}, timeout=5)
```

## Instead
```py app/services/mail.py
import asyncio
from app.clients.mail import deliver

async def welcome(user):
    await asyncio.to_thread(deliver, user.email)
```
```py app/clients/mail.py
import requests

def deliver(address):
    requests.post("https://mail.internal/send", json={"to": address}, timeout=5)
```
"""

from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.blocking import before_serving, blocks
from backstay.prove.reading.tree import Tree
from backstay.prove.rule import rule


@rule(
    "ASY002",
    rows=("R-147", "C-18"),
    severity=Severity.HIGH,
    minutes=30,
    hint="await an async version of it, or call it through asyncio.to_thread",
)
def blocking_call_one_down(tree: Tree) -> Iterator[Hit]:
    """Plain functions of the project that wait, called from a coroutine."""
    for facts in tree.of():
        for function in facts.functions:
            if not function.is_async or before_serving(function.name):
                continue
            for call in function.calls:
                found = tree.called(facts, call)
                if found is None or found[1].is_async or found[1].decorated:
                    continue
                where, callee = found
                for inner in callee.calls:
                    if what := blocks(inner.name):
                        message = f"{callee.name} blocks: {what} at {where.path}:{inner.line}"
                        yield tree.hit(facts.path, call.line, message)
                        break
