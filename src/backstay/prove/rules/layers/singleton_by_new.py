"""Singleton made by __new__.

## Why
Every caller shares it without saying so, and a test cannot have its own. One instance per process
is right for settings and pools, and is kept where the app is put together.

## Flagged
```py services
class MailService:
    _instance = None

    def __new__(cls):  # LAY012
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance
```

## Instead
```py services
class MailService:
    def __init__(self, client):
        self.client = client
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule


@rule(
    "LAY012",
    rows=("R-009", "C-02", "C-79"),
    severity=Severity.INFO,
    minutes=30,
    hint="make one instance where the app is put together, and pass it in",
)
def singleton_by_new(source: Source) -> Iterator[Hit]:
    """Classes whose __new__ keeps an instance on the class."""
    if source.layer in ("tests", "tools"):
        return
    for one in source.nodes(ast.FunctionDef):
        if one.name == "__new__" and source.klass(one) is not None:
            stored = (part for part in ast.walk(one) if isinstance(part, ast.Attribute))
            if any("instance" in part.attr and isinstance(part.ctx, ast.Store) for part in stored):
                yield source.hit(one, "a singleton by __new__")
