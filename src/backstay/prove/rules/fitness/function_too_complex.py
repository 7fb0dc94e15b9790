"""Function too complex.

## Why
Each branch doubles what has to be tested. Beyond a dozen nobody tests them all, and the bug sits
in the combination that nobody thought of.

## Flagged
```py services complexity=3
def price(order):  # FIT003
    if order.vip:
        return 0
    for line in order.lines:
        if line.free and not line.gift:
            continue
    return 1
```

## Instead
```py services complexity=3
def price(order):
    if order.vip:
        return 0
    return sum(line.price for line in order.lines)
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

MOST = 12
_BRANCHES: tuple[type[ast.AST], ...] = (
    ast.If,
    ast.For,
    ast.AsyncFor,
    ast.While,
    ast.ExceptHandler,
    ast.IfExp,
    ast.comprehension,
    ast.match_case,
)


@rule(
    "FIT003",
    rows=("R-014",),
    severity=Severity.LOW,
    minutes=45,
    hint="take the inner decisions out into functions with names",
)
def function_too_complex(source: Source) -> Iterator[Hit]:
    """Functions with more ways through them than the limit (McCabe's count)."""
    if source.layer in ("tests", "tools", "migrations"):
        return
    limit = source.project.limit("complexity", MOST)
    ways: dict[ast.AST, int] = {}
    for kind in _BRANCHES:
        for node in source.nodes(kind):
            if (function := source.function(node)) is not None:
                ways[function] = ways.get(function, 1) + 1
    for boolean in source.nodes(ast.BoolOp):
        if (function := source.function(boolean)) is not None:
            ways[function] = ways.get(function, 1) + len(boolean.values) - 1
    for function in source.functions:
        count = ways.get(function, 1)
        if count > limit:
            message = f"{count} ways through {function.name}, more than {limit}"
            taste = source.project.taste if count <= 2 * limit else None
            yield source.hit(function, message, severity=taste)
