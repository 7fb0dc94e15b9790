"""Table not in snake_case plural.

## Why
A table holds many rows; `users` says so, `User` has to be quoted on PostgreSQL, and a mix of both
has to be looked up for every query.

## Flagged
```py models
class User(Base):
    __tablename__ = "User"  # NAM005
```

```py models
class OrderLine(Base):
    __tablename__ = "order-lines"  # NAM005
```

```py models
class Task(Base):
    __tablename__ = "task"  # NAM005
```

## Instead
```py models
class OrderLine(Base):
    __tablename__ = "order_lines"
```

```py models
class Person(Base):
    __tablename__ = "people"
```
"""

import ast
import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_SNAKE = re.compile(r"[a-z][a-z0-9_]*$")
_PLURAL = re.compile(
    r"(s|people|men|children|data|media|staff|feedback|news|info|metadata|stock|equipment|series|inventory)$"
)


@rule(
    "NAM005",
    rows=("R-195",),
    severity=Severity.LOW,
    minutes=15,
    hint="name it in snake_case and in the plural",
    habit=True,
    share=10,
)
def table_not_plural(source: Source) -> Iterator[Hit]:
    """Names of tables that models give; link tables of two names are left alone."""
    for node in source.nodes(ast.Assign):
        target, value = node.targets[0], node.value
        if not isinstance(target, ast.Name) or target.id != "__tablename__":
            continue
        if not isinstance(value, ast.Constant) or not isinstance(value.value, str):
            continue
        name = value.value
        if not _SNAKE.match(name):
            yield source.hit(node, f"table {name} is not in snake_case")
        elif _PLURAL.search(name):
            yield source.keeps(node)
        else:
            message = f"table {name} is not a plural"
            yield source.hit(node, message, severity=source.project.taste)
