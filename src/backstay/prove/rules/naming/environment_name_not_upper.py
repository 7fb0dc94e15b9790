"""Environment variable not in upper case.

## Why
Shells, compose files and every operator write environment variables in capitals; on Linux
`database_url` and `DATABASE_URL` are two variables, and the wrong one is silently empty.

## Flagged
```py config
import os

url = os.environ["database_url"]  # NAM006
```

```py config
import os

debug = os.getenv("debugMode", "0")  # NAM006
```

## Instead
```py config
import os

url = os.environ["DATABASE_URL"]
proxy = os.getenv("http_proxy")
```
"""

import ast
import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_UPPER = re.compile(r"[A-Z0-9_]+$")
_SMALL = frozenset(("http_proxy", "https_proxy", "no_proxy", "all_proxy"))
"""Variables that the world writes small."""


@rule(
    "NAM006",
    rows=("R-191",),
    severity=Severity.LOW,
    minutes=5,
    hint="write the variable in UPPER_SNAKE_CASE, here and where it is set",
)
def environment_name_not_upper(source: Source) -> Iterator[Hit]:
    """Names that are asked of the environment."""
    for call in source.calls:
        if source.full(call.func) in ("os.getenv", "os.environ.get") and call.args:
            yield from _judged(source, call, call.args[0])
    for node in source.nodes(ast.Subscript):
        if source.full(node.value) == "os.environ":
            yield from _judged(source, node, node.slice)


def _judged(source: Source, node: ast.AST, name: ast.expr) -> Iterator[Hit]:
    if not isinstance(name, ast.Constant) or not isinstance(name.value, str):
        return
    if not _UPPER.match(name.value) and name.value not in _SMALL:
        yield source.hit(node, f"environment variable {name.value} is not in upper case")
