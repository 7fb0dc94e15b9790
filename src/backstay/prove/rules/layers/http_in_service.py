"""HTTP in a service.

## Why
A service that raises HTTPException cannot be called by a job or a command, and its error has a
status instead of a meaning.

## Flagged
```py services
class TaskService:
    def get(self, ident):
        raise HTTPException(status_code=404)  # LAY005
```

## Instead
```py services
class TaskService:
    def get(self, ident):
        raise TaskNotFound(ident)
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_BUILT_IN = frozenset(
    "ValueError TypeError KeyError RuntimeError Exception NotImplementedError".split()
)


@rule(
    "LAY005",
    rows=("R-128", "C-22"),
    severity=Severity.LOW,
    minutes=20,
    hint="raise an error in the domain's words; one handler turns it into a status",
    habit=True,
)
def http_in_service(source: Source) -> Iterator[Hit]:
    """HTTPException raised in services and repositories that mostly raise errors of their own."""
    if source.layer not in ("services", "repositories"):
        return
    for one in source.nodes(ast.Raise):
        name = source.last(one.exc)
        if name in ("HTTPException", "abort"):
            yield source.hit(one, f"a status is decided in the layer of {source.layer}")
        elif name and name not in _BUILT_IN and name[0].isupper():
            yield source.keeps(one)
