"""Class not in PascalCase.

## Why
A capital letter at the beginning says "this makes objects"; without it a class reads as a function.

## Flagged
```py models
class user_account:  # NAM002
    pass
```

```py schemas
class taskCreate(BaseModel):  # NAM002
    title: str
```

## Instead
```py models
class UserAccount:
    pass
```

```py services
class _Cache:
    pass
```
"""

import ast
import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_CALLED = frozenset({"__call__", "__enter__", "__aenter__"})
"""Methods of a class that reads as a function: `Depends(it)`, `with it():`."""
_PASCAL = re.compile(r"_*[A-Z][A-Za-z0-9]*$")


@rule(
    "NAM002",
    rows=("R-190",),
    severity=Severity.LOW,
    minutes=5,
    hint="rename it to PascalCase",
    habit=True,
)
def class_not_pascal_case(source: Source) -> Iterator[Hit]:
    """Classes whose name begins small or holds underscores."""
    if source.layer in ("migrations", "tests"):
        return
    for klass in source.nodes(ast.ClassDef):
        called = any(getattr(one, "name", "") in _CALLED for one in klass.body)
        used = any(source.last(base).endswith("property") for base in klass.bases)  # as a decorator
        if _PASCAL.match(klass.name) or called or used or source.function(klass) is not None:
            yield source.keeps(klass)
        else:
            yield source.hit(klass, f"class {klass.name} is not in PascalCase")
