"""Sleep in a test.

## Why
A test that sleeps is slow on every machine and fails on the slowest: the time that was enough here
is not enough there.

## Flagged
```py tests/test_jobs.py
import time

def test_done(worker):
    worker.start()
    time.sleep(2)  # TST006
    assert worker.done
```

```py tests/test_jobs.py
import asyncio

async def test_done(worker):
    await asyncio.sleep(1.5)  # TST006
    assert worker.done
```

## Instead
```py tests/test_jobs.py
import asyncio

async def test_done(worker):
    await asyncio.wait_for(worker.finished.wait(), 5)
    assert worker.done

async def test_yields(worker):
    await asyncio.sleep(0)
    assert worker.done

async def test_polls(worker):
    while not worker.done:
        await asyncio.sleep(0.05)
    assert worker.result
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_SLEEPS = ("time.sleep", "asyncio.sleep", "anyio.sleep", "trio.sleep")
SHORT = 0.1


@rule(
    "TST006",
    rows=("R-166",),
    severity=Severity.LOW,
    minutes=15,
    hint="wait for what should happen, with a bound, or give the code a clock that the test moves",
)
def sleep_in_test(source: Source) -> Iterator[Hit]:
    """Sleeps in tests, not in loops that poll; where time itself is tested it is a choice."""
    if source.layer != "tests":
        return
    for call in source.calls:
        if source.full(call.func) not in _SLEEPS or not call.args:
            continue
        function = source.function(call)
        in_test = function is not None and function.name.startswith("test_")
        polls = any(isinstance(one, ast.While) for one in source.above(call))
        if in_test and not polls and _seconds(call.args[0]) >= SHORT:
            message = "the test sleeps, and hopes that it was long enough"
            yield source.hit(call, message, severity=source.project.taste)


def _seconds(given: ast.expr) -> float:
    if isinstance(given, ast.Constant) and isinstance(given.value, int | float):
        return float(given.value)
    return 0.0
