"""Plain Exception raised.

## Why
Nobody can catch a plain Exception without catching everything else. An error of your own has a
name, a code and a status, and the one handler at the edge knows what to answer.

## Flagged
```py services
def withdraw(account, amount):
    if amount > account.balance:
        raise Exception("not enough money")  # ERR005
```

```py repositories
def find(rows, key):
    if key not in rows:
        raise BaseException  # ERR005
    return rows[key]
```

## Instead
```py services
class NotEnoughMoney(Exception):
    pass

def withdraw(account, amount):
    if amount > account.balance:
        raise NotEnoughMoney
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule


@rule(
    "ERR005",
    rows=("R-128",),
    severity=Severity.MEDIUM,
    minutes=15,
    hint="raise an exception of your own, with a name that says what happened",
)
def plain_exception(source: Source) -> Iterator[Hit]:
    """`raise Exception(...)` in the service's own code."""
    if source.layer in ("tests", "tools", "migrations"):
        return
    for node in source.nodes(ast.Raise):
        raised = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
        if source.full(raised) in ("Exception", "BaseException"):
            yield source.hit(node, "a plain Exception says nothing that a caller could catch")
