"""Test on the development database.

## Why
A test that deletes its rows deletes yours, the day somebody runs it with the wrong `.env`. Tests
have a database of their own, by name.

## Flagged
```py tests/conftest.py
from app.core.config import settings
from sqlalchemy import create_engine

engine = create_engine(settings.DATABASE_URL)  # TST005
```

```py tests/conftest.py
from sqlalchemy.ext.asyncio import create_async_engine

engine = create_async_engine("postgresql+asyncpg://app:app@localhost/app")  # TST005
```

## Instead
```py tests/conftest.py
import os
from sqlalchemy import create_engine

engine = create_engine(os.environ["TEST_DATABASE_URL"])
```

```py tests/conftest.py
from sqlalchemy import create_engine

engine = create_engine("sqlite:///:memory:")
other = create_engine("postgresql://localhost/app_test")
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_ENGINES = ("create_engine", "create_async_engine", "AsyncClient", "connect")


@rule(
    "TST005",
    rows=("R-165", "C-38"),
    severity=Severity.MEDIUM,
    minutes=20,
    hint="name a database that only tests use",
)
def test_on_real_database(source: Source) -> Iterator[Hit]:
    """Engines in tests that are made from the application's own address of its database."""
    if source.layer != "tests":
        return
    for call in source.calls:
        if source.last(call.func) not in _ENGINES[:2] or not call.args:
            continue
        if _is_own(source, call.args[0]):
            yield source.hit(call, "the tests write into the application's own database")


def _is_own(source: Source, given: ast.expr) -> bool:
    if isinstance(given, ast.Constant) and isinstance(given.value, str):
        text = given.value.lower()
        return "://" in text and not any(word in text for word in ("test", "sqlite", "memory"))
    if isinstance(given, ast.Call) and given.args == [] and given.keywords == []:
        return False
    name = source.full(given).lower()
    return name.endswith("database_url") and "test" not in name and "." in name
