"""Retry without a bound.

## Why
A retry that never gives up turns one slow neighbour into a storm: every caller asks again, for
ever, while the neighbour tries to come back.

## Flagged
```py services
import time

def fetch(client):
    while True:  # ERR007
        try:
            return client.get("/rates")
        except ConnectionError:
            time.sleep(1)
```

```py services
from tenacity import retry

@retry  # ERR007
def fetch(client):
    return client.get("/rates")
```

```py services
from tenacity import retry, wait_fixed

@retry(wait=wait_fixed(2))  # ERR007
def fetch(client):
    return client.get("/rates")
```

## Instead
```py services
import stamina

@stamina.retry(on=ConnectionError, attempts=3)
def fetch(client):
    return client.get("/rates")
```

```py services
from tenacity import retry, stop_after_attempt

@retry(stop=stop_after_attempt(3))
def fetch(client):
    return client.get("/rates")
```

```py jobs
async def work(queue):
    while True:
        try:
            await run(await queue.get())
        except JobFailed:
            continue
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule


@rule(
    "ERR007",
    rows=("R-133", "C-32"),
    severity=Severity.MEDIUM,
    minutes=20,
    hint="bound the attempts (three are many), and let each wait longer than the last, with jitter",
)
def unbounded_retry(source: Source) -> Iterator[Hit]:
    """Loops that only end by success, and tenacity's retry without a stop."""
    if source.layer in ("tests", "tools", "jobs"):
        return
    for loop in source.nodes(ast.While):
        if _endless(loop) and _retries(loop):
            yield source.hit(loop, "a failure is tried again for ever")
    for function in source.functions:
        for decorator in function.decorator_list:
            call = decorator.func if isinstance(decorator, ast.Call) else decorator
            words = decorator.keywords if isinstance(decorator, ast.Call) else []
            if source.full(call) == "tenacity.retry" and "stop" not in {one.arg for one in words}:
                yield source.hit(decorator, "tenacity tries for ever unless it is told to stop")


def _endless(loop: ast.While) -> bool:
    return isinstance(loop.test, ast.Constant) and bool(loop.test.value)


def _retries(loop: ast.While) -> bool:
    """One try that returns when it works, and a handler that neither leaves nor counts."""
    if len(loop.body) != 1 or not isinstance(loop.body[0], ast.Try):
        return False
    attempt = loop.body[0]
    if not any(isinstance(one, ast.Return | ast.Break) for one in attempt.body):
        return False
    leaves = (ast.Raise, ast.Return, ast.Break, ast.AugAssign, ast.If)
    return not any(isinstance(one, leaves) for h in attempt.handlers for one in h.body)
