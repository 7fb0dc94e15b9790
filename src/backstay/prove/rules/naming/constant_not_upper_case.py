"""Constant not in UPPER_SNAKE_CASE.

## Why
A name in capitals promises that it never changes; a number or a text under a small name has to be
looked up, lest somebody assigns it.

## Flagged
```py services
max_retries = 3  # NAM003

def attempts():
    return max_retries
```

```py config
defaultTimeout = 30.0  # NAM003
```

## Instead
```py services
MAX_RETRIES = 3
```

```py services
counter = 0

def count():
    global counter
    counter += 1
```

```py migrations
revision = "0001"
down_revision = None
```
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_UPPER = re.compile(r"_*[A-Z][A-Z0-9_]*$")
_LOOKED_UP = re.compile(
    r"__\w+__$|(app_name|default_app_config|urlpatterns|bind|workers|worker_class|timeout|loglevel)$"
)
"""Names that Python, Django or gunicorn look up."""


@rule(
    "NAM003",
    rows=("R-191",),
    severity=Severity.LOW,
    minutes=5,
    hint="rename it to UPPER_SNAKE_CASE",
    habit=True,
)
def constant_not_upper_case(source: Source) -> Iterator[Hit]:
    """Numbers and texts at the level of the module that nothing assigns again."""
    if source.layer in ("tests", "tools", "migrations"):
        return
    assigned = Counter(
        node.id for node in source.nodes(ast.Name) if isinstance(node.ctx, ast.Store)
    )
    shared = {name for node in source.nodes(ast.Global) for name in node.names}
    for node in source.tree.body:
        if not isinstance(node, ast.Assign) or len(node.targets) != 1:
            continue
        target = node.targets[0]
        if not isinstance(target, ast.Name) or not _literal(node.value):
            continue
        if _UPPER.match(target.id):
            yield source.keeps(node)
        elif not (assigned[target.id] > 1 or target.id in shared or _LOOKED_UP.match(target.id)):
            message = f"constant {target.id} is not in UPPER_SNAKE_CASE"
            yield source.hit(node, message, severity=source.project.taste)


def _literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, int | float | str)
