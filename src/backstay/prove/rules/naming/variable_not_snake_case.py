"""Variable not in snake_case.

## Why
A camelCase name is read as one of another language, or as a class; two spellings of one thing are
searched for twice. Query parameters of a route are names on the wire and left alone.

## Flagged
```py services
def total(orderLines):  # NAM008
    lineCount = len(orderLines)  # NAM008
    return lineCount
```

## Instead
```py services
def total(order_lines):
    line_count = len(order_lines)
    return line_count

Order = TypeVar("Order")

class TestOrders(unittest.TestCase):
    maxDiff = None
```

```py routes
@router.get("/orders")
def orders(pageSize: int = 20):
    return []
```
"""

import ast
import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.index import Function
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_CAMEL = re.compile(r"_*[a-z][a-z0-9]+[A-Z][a-z]")  # `nX` and `dfA` are mathematics


@rule(
    "NAM008",
    rows=("R-189",),
    severity=Severity.LOW,
    minutes=5,
    hint="rename it to snake_case",
    habit=True,
)
def variable_not_snake_case(source: Source) -> Iterator[Hit]:
    """Arguments, and names that are assigned, each at its first place in a function."""
    if source.layer in ("tests", "tools", "migrations"):
        return
    routes = {route.function for route in source.routes}
    for function in source.functions:
        if function not in routes and not _overrides(source, function):
            arguments = (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)
            for one in arguments:
                yield from _judged(source, one, one.arg)
    seen: set[tuple[Function | None, str]] = set()
    for node in source.nodes(ast.Name):
        place = source.function(node)
        within = source.klass(node) is not None and place is None
        if not isinstance(node.ctx, ast.Store) or within or (place, node.id) in seen:
            continue
        seen.add((place, node.id))
        yield from _judged(source, node, node.id)


def _judged(source: Source, node: ast.AST, name: str) -> Iterator[Hit]:
    if _CAMEL.match(name):
        yield source.hit(node, f"variable {name} is not in snake_case")
    elif "_" in name.strip("_"):
        yield source.keeps(node)


def _overrides(source: Source, function: Function) -> bool:
    """Whether its arguments may be named by a base class."""
    klass = source.klass(function)
    return klass is not None and bool(klass.bases)
