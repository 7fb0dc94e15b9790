"""Function not in snake_case.

## Why
Python's own library and every other project call functions in snake_case; a camelCase one reads as
something that it is not, and nobody finds it by the name that they expect.

## Flagged
```py services
def getUser(user_id):  # NAM001
    return user_id
```

```py services
class Tasks:
    async def createTask(self, data):  # NAM001
        return data
```

## Instead
```py services
def get_user(user_id):
    return user_id
```

```py services
import unittest

class TestTasks(unittest.TestCase):
    def setUp(self):
        self.tasks = []
```
"""

import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.index import Function
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_CAMEL = re.compile(r"_*[a-z][a-z0-9]*[A-Z]")  # `Field()` stands for a class
_PREFIXES = ("setUp", "tearDown", "visit_", "depart_", "do_", "test_", "on_", "assert")
"""Names that a library looks up: `ast.NodeVisitor.visit_Name`, `http.server.do_GET`."""


@rule(
    "NAM001",
    rows=("R-189",),
    severity=Severity.LOW,
    minutes=5,
    hint="rename it to snake_case",
    habit=True,
)
def function_not_snake_case(source: Source) -> Iterator[Hit]:
    """Functions and methods with a capital inside; what a base class names is left alone."""
    for function in source.functions:
        name = function.name
        if not _CAMEL.match(name):
            yield source.keeps(function)
        elif not (name.startswith(_PREFIXES) or _overrides(source, function)):
            yield source.hit(function, f"function {name} is not in snake_case")


def _overrides(source: Source, function: Function) -> bool:
    """Whether it may be the name that some base class asks for, or a constant as a property."""
    if any(source.last(one) == "property" for one in function.decorator_list):
        return True
    klass = source.klass(function)
    return klass is not None and bool(klass.bases)
