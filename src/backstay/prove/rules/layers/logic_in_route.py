"""Business rules in a route.

## Why
A rule in a route can only be tested through HTTP, and the job that needs it too gets a copy.

## Flagged
```py routes branches=3
@router.post("/orders")
def place(order: Order):  # LAY004
    if order.total > 100:
        order.discount = 10
    if order.country != "DE":
        order.tax = 0
    for line in order.lines:
        if line.stock < line.count:
            raise OutOfStock
    return order
```

## Instead
```py routes branches=3
@router.post("/orders")
def place(order: Order, orders: Orders):
    return orders.place(order)
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.index import Function
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

MOST = 8  # branches and loops in one route
_BRANCHES = (ast.If, ast.For, ast.While, ast.AsyncFor, ast.Try, ast.Match, ast.IfExp)


@rule(
    "LAY004",
    rows=("R-005",),
    severity=Severity.LOW,
    minutes=40,
    hint="let the route call one function of a service",
    habit=True,
)
def logic_in_route(source: Source) -> Iterator[Hit]:
    """Routes with many branches and loops, where the others have few."""
    if not source.routes or source.layer in ("tests", "tools"):
        return
    most = source.project.limit("branches", MOST)
    counts: dict[Function, int] = {
        route.function: 0 for route in source.routes if not route.for_machines
    }
    for kind in _BRANCHES:
        for node in source.nodes(kind):
            function = source.function(node)
            if function in counts:
                counts[function] += 1
    for function, count in counts.items():
        if count > most:
            message = f"{function.name} decides {count} times, more than {most}"
            yield source.hit(function, message)
        else:
            yield source.keeps(function)
