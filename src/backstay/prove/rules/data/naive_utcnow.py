"""Naive time in UTC.

## Why
`datetime.utcnow()` gives a time that does not know that it is UTC: compared with an aware one it
fails, and asked for its timestamp it answers for the machine's own zone. Deprecated since 3.12.

## Flagged
```py models
from datetime import datetime

class Task(Base):
    created_at = Column(DateTime, default=datetime.utcnow)  # DAT012
```

## Instead
```py models
from datetime import UTC, datetime

def now():
    return datetime.now(UTC)
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_NAIVE = ("datetime.datetime.utcnow", "datetime.datetime.utcfromtimestamp")


@rule(
    "DAT012",
    rows=("R-050", "C-54"),
    severity=Severity.LOW,
    minutes=10,
    hint="datetime.now(UTC)",
)
def naive_utcnow(source: Source) -> Iterator[Hit]:
    """Uses of utcnow and utcfromtimestamp."""
    if source.layer in ("tests", "tools", "migrations"):
        return
    for one in source.nodes(ast.Attribute):
        if one.attr in ("utcnow", "utcfromtimestamp") and source.full(one) in _NAIVE:
            yield source.hit(one, f"{one.attr} gives a time without its zone")
