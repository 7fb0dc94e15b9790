"""Magic number.

## Why
`if attempts > 5` raises two questions: why five, and where else. A named constant answers the
first, and makes the second a search.

## Flagged
```py services
def locked(account):
    return account.failures > 7  # FIT004
```

```py services
def fee(amount):
    if amount >= 2500:  # FIT004
        return amount * 3
    return amount
```

## Instead
```py services
MOST_FAILURES = 7

def locked(account):
    return account.failures > MOST_FAILURES

def empty(rows):
    return len(rows) == 0

def is_ok(response):
    return response.status_code == 200
```
"""

import ast
import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_PLAIN = frozenset((-1, 0, 1, 2, 10, 100, 1000, 0.0, 0.5, 1.0))
_STATUSES = range(100, 600)
_WRITTEN = re.compile(r"\d+(?:\.\d+)?")


@rule(
    "FIT004",
    rows=("R-196",),
    severity=Severity.LOW,
    minutes=5,
    hint="give the number a name, in capitals, at the top of the module",
)
def magic_number(source: Source) -> Iterator[Hit]:
    """Numbers that a service decides by; not what everybody knows, or what the docstring says."""
    if source.layer != "services":
        return
    for node in source.nodes(ast.Compare):
        function = source.function(node)
        if function is None or _is_status(node):
            continue
        said = _WRITTEN.findall(ast.get_docstring(function) or "")
        for side in (node.left, *node.comparators):
            number = _number(side)
            if number is not None and number not in _PLAIN and repr(abs(number)) not in said:
                message = f"{number:g} decides here, and nothing says why"
                yield source.hit(node, message, severity=source.project.taste)
                break


def _number(node: ast.expr) -> int | float | None:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        inner = _number(node.operand)
        return None if inner is None else -inner
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        value: int | float = node.value  # type: ignore[assignment]  # its type was just asked
        return value
    return None


def _is_status(node: ast.Compare) -> bool:
    """Whether HTTP statuses are compared, which have names of their own in everybody's head."""
    sides = (node.left, *node.comparators)
    named = any(isinstance(one, ast.Attribute) and "status" in one.attr for one in sides)
    named |= any(isinstance(one, ast.Name) and "status" in one.id for one in sides)
    return named and any(_number(one) in _STATUSES for one in sides)
