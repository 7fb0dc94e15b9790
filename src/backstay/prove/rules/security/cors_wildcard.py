"""CORS for everybody, with credentials.

## Why
With `*` and credentials the middleware answers every origin with its own name: any page that a
signed-in user visits may act as that user.

## Flagged
```py app/main.py
app.add_middleware(
    CORSMiddleware,
    allow_origins=["*"],  # SEC004
    allow_credentials=True,
)
```

## Instead
```py app/main.py
app.add_middleware(
    CORSMiddleware,
    allow_origins=settings.cors_origins,
    allow_credentials=True,
)

public.add_middleware(CORSMiddleware, allow_origins=["*"])
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.reading.text import is_true, keyword
from backstay.prove.rule import rule


@rule(
    "SEC004",
    rows=("R-035", "C-23"),
    severity=Severity.HIGH,
    minutes=10,
    hint="list the origins in the settings",
)
def cors_wildcard(source: Source) -> Iterator[Hit]:
    """Origins of `*` or `.*` together with credentials."""
    if source.layer in ("tests", "tools"):
        return
    lists = {
        source.last(one.targets[0]): one.value
        for one in source.nodes(ast.Assign)
        if isinstance(one.value, ast.List)
    }
    for call in source.calls:
        if not is_true(keyword(call, "allow_credentials")):
            continue
        origins = keyword(call, "allow_origins")
        if isinstance(origins, ast.Name):
            origins = lists.get(origins.id)
        pattern = keyword(call, "allow_origin_regex")
        if isinstance(origins, ast.List) and any(_is(one, "*") for one in origins.elts):
            yield source.hit(origins, "every origin may send credentials")
        elif _is(pattern, ".*") or _is(origins, "*"):
            yield source.hit(pattern or origins or call, "every origin may send credentials")


def _is(node: ast.AST | None, value: str) -> bool:
    return isinstance(node, ast.Constant) and node.value == value
