"""No tests.

## Why
Without tests every change is a bet, and the next reader cannot tell what was meant from what just
happens.

## Flagged
```py app/main.py
from fastapi import FastAPI

app = FastAPI()  # TST003

@app.get("/tasks")
def list_tasks(): ...
```

## Instead
```py app/main.py
from fastapi import FastAPI

app = FastAPI()

@app.get("/tasks")
def list_tasks(): ...
```

```py tests/test_tasks.py
def test_list(client):
    assert client.get("/tasks").status_code == 200
```
"""

from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.reading.tree import Tree
from backstay.prove.rule import rule

_ENTRIES = ("FastAPI", "Flask", "Starlette", "Litestar")


def collect(source: Source) -> int:
    """The line where an application is made; 0 for none."""
    made = [call.lineno for call in source.calls if source.last(call.func) in _ENTRIES]
    return min(made, default=0)


@rule(
    "TST003",
    rows=("R-170",),
    severity=Severity.MEDIUM,
    minutes=240,
    hint="begin with one integration test per endpoint",
    collect=collect,
)
def no_tests(tree: Tree) -> Iterator[Hit]:
    """Services that have routes, and not one file of tests."""
    has_routes = any(facts.routes for facts in tree.of())
    if not has_routes or any(True for _ in tree.of("tests")):
        return
    for path, line in tree.noted.items():
        if line and tree.facts[path].layer != "tests":
            yield tree.hit(path, line, "there is no test in this project")
            return
