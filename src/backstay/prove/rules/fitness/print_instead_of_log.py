"""Print instead of a log.

## Why
What is printed has no level, no time and no request id; it cannot be switched off, and it carries
whatever the variable happens to hold into the log of the platform.

## Flagged
```py services
def charge(payment):
    print("charging", payment)  # FIT008
    return payment.total
```

```py routes
@router.get("/debug")
def debug(user):
    print(user)  # FIT008
```

## Instead
```py services
import logging

log = logging.getLogger(__name__)

def charge(payment):
    log.info("charging", extra={"payment_id": payment.id})
    return payment.total
```

```py scripts/seed.py
print("seeded")
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_CHECKED = frozenset(
    ("routes", "services", "repositories", "models", "dependencies", "middleware", "security")
)


@rule(
    "FIT008",
    rows=("R-150",),
    severity=Severity.LOW,
    minutes=5,
    hint="log it, with a level and what belongs to it",
)
def print_instead_of_log(source: Source) -> Iterator[Hit]:
    """Calls of print in the layers of a service."""
    if source.layer not in _CHECKED:
        return
    for call in source.calls:
        prints = isinstance(call.func, ast.Name) and call.func.id == "print"
        if prints and not _to_file(call) and not _is_command(source, call):
            yield source.hit(call, "print in a service")


def _to_file(call: ast.Call) -> bool:
    return any(one.arg == "file" for one in call.keywords)


def _is_command(source: Source, call: ast.Call) -> bool:
    """Whether it is what a command says to whoever typed it."""
    function = source.function(call)
    return function is not None and any(
        source.last(one) in ("command", "cli_command") for one in function.decorator_list
    )
