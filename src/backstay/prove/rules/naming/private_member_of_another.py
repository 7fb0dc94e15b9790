"""Private member of another object.

## Why
A leading underscore says "this may change without notice". Whoever reaches in from outside breaks
with the next release, and nobody who changes the class can know it.

## Flagged
```py services
class Report:
    def total(self, cart):
        return sum(cart._lines)  # NAM007
```

```py services
def size(pool):
    return pool._holder.count  # NAM007
```

## Instead
```py services
class Report:
    def total(self, cart):
        return cart.total()
```

```py services
class Point:
    def __init__(self, x):
        self._x = x

    def __eq__(self, other):
        return self._x == other._x

    @classmethod
    def made(cls, x):
        point = cls(x)
        point._x = x
        return point
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.facts import members
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_OPEN = frozenset(
    ("_asdict", "_replace", "_make", "_fields", "_mapping", "_meta", "_id", "_default_manager")
)
"""Names with an underscore that their libraries document."""


@rule(
    "NAM007",
    rows=("R-192",),
    severity=Severity.LOW,
    minutes=15,
    hint="ask the object for what you need, or make the member public",
    habit=True,
)
def private_member_of_another(source: Source) -> Iterator[Hit]:
    """Underscored attributes read from something that this module did not define."""
    if source.layer in ("tests", "tools", "migrations"):
        return
    own = {node.attr for node in source.nodes(ast.Attribute) if _of_self(node)}
    own |= {name for klass in source.nodes(ast.ClassDef) for name in members(klass)}
    for node in source.nodes(ast.Attribute):
        name = node.attr
        if not name.startswith("_") or name.startswith("__") or name in _OPEN:
            continue
        if isinstance(node.value, ast.Name) and node.value.id in ("self", "cls"):
            yield source.keeps(node)
        elif name not in own and not _is_module(source, node.value):
            message = f"{name} is private to another object"
            yield source.hit(node, message, severity=source.project.taste)


def _of_self(node: ast.Attribute) -> bool:
    return isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")


def _is_module(source: Source, node: ast.expr) -> bool:
    """Whether it is an imported module: `os._exit`, `sys._getframe`; ruff speaks of these."""
    return isinstance(node, ast.Name) and bool(source.names.imported(node.id))
