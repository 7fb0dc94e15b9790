"""Test skipped without a reason.

## Why
A skipped test is a promise that somebody once made. Without a reason nobody dares to remove it, and
nobody knows when it could come back.

## Flagged
```py tests/test_tasks.py
import pytest

@pytest.mark.skip  # TST007
def test_export(client):
    assert client.get("/export").status_code == 200
```

```py tests/test_tasks.py
import pytest

@pytest.mark.xfail()  # TST007
def test_import(client):
    assert client.post("/import").status_code == 201
```

## Instead
```py tests/test_tasks.py
import pytest

@pytest.mark.skip(reason="needs the mail server; see issue 12")
def test_export(client):
    assert client.get("/export").status_code == 200
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_SKIPS = ("pytest.mark.skip", "pytest.mark.xfail", "unittest.skip", "pytest.skip")


@rule(
    "TST007",
    rows=("R-168",),
    severity=Severity.LOW,
    minutes=5,
    hint="say why it is skipped, and what would bring it back",
)
def skip_without_reason(source: Source) -> Iterator[Hit]:
    """Skips and expected failures that say nothing."""
    if source.layer != "tests":
        return
    called = {call.func for call in source.calls}
    for call in source.calls:
        silent = not call.args and not any(one.arg in ("reason", "msg") for one in call.keywords)
        if source.full(call.func) in _SKIPS and silent:
            yield source.hit(call, "skipped without a reason")
    for function in source.functions:
        for decorator in function.decorator_list:
            bare = isinstance(decorator, ast.Attribute) and decorator not in called
            if bare and source.full(decorator) in _SKIPS:
                yield source.hit(decorator, "skipped without a reason")
