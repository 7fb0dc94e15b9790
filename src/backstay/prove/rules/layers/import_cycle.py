"""Modules that import each other.

## Why
A circle works until somebody imports from the other side first. None of its modules can be read,
tested or moved alone.

## Flagged
```py app/services/orders.py
from app.services.stock import reserve  # LAY006

def place(order):
    reserve(order)
```
```py app/services/stock.py
from app.services.orders import place

def reserve(order):
    return place
```

## Instead
```py app/services/orders.py
from app.services.stock import reserve

def place(order):
    reserve(order)
```
```py app/services/stock.py
def reserve(order):
    return order
```
"""

from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.tree import Tree
from backstay.prove.rule import rule


@rule(
    "LAY006",
    rows=("R-001",),
    severity=Severity.LOW,
    minutes=45,
    hint="move what both need into a module below them",
)
def import_cycle(tree: Tree) -> Iterator[Hit]:
    """Pairs of modules that import each other at module level, packages' __init__ left out."""
    graph = tree.modules.graph(one for one in tree.of() if not one.path.endswith("__init__.py"))
    for path, targets in sorted(graph.items()):
        for target in sorted(targets):
            if path < target and path in graph.get(target, ()):
                line = next(
                    one.line
                    for one in tree.facts[path].imports
                    if tree.modules.find(one.name, path)[0] == target
                )
                yield tree.hit(path, line, f"{target} imports this module too")
