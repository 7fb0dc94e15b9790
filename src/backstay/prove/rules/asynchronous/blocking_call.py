"""Blocking call in async code.

## Why
An event loop does one thing at a time. While `time.sleep(2)` or `requests.get(...)` waits, every
other request of the process waits too.

## Flagged
```py services
import time
import requests
from subprocess import run

async def notify(url):
    requests.post(url, timeout=5)  # ASY001
    time.sleep(1)  # ASY001
    run(["sync"], check=True)  # ASY001
```

## Instead
```py services
import asyncio
import httpx
import requests

async def notify(url):
    async with httpx.AsyncClient(timeout=5) as client:
        await client.post(url)
    await asyncio.sleep(1)
    await asyncio.to_thread(requests.post, url)

def in_a_thread(url):
    return requests.post(url, timeout=5)
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.blocking import before_serving, blocks
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule


@rule(
    "ASY001",
    rows=("R-147", "C-18"),
    severity=Severity.HIGH,
    minutes=20,
    hint="use the async client, or asyncio.to_thread for what has none",
)
def blocking_call(source: Source) -> Iterator[Hit]:
    """Calls that are known to wait, directly in a coroutine of the service."""
    if source.layer in ("tests", "tools", "migrations"):
        return
    for call in source.calls:
        function = source.function(call)
        if not isinstance(function, ast.AsyncFunctionDef) or before_serving(function.name):
            continue
        if what := blocks(source.full(call.func)):
            yield source.hit(call, f"{what} blocks the event loop")
