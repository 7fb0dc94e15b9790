"""Public function of a service or repository without a docstring.

## Why
A service is what other people call. Its name says what it does; what it refuses, and why, stands
nowhere else than in its docstring.

## Flagged
```py services
class TaskService:
    async def close(self, task_id):  # DOC001
        task = await self.tasks.get(task_id)
        return self.tasks.change(task, status="closed")
```

## Instead
```py services
class TaskService:
    async def close(self, task_id):
        \"\"\"Close a task; a closed one stays closed. Raises: TaskNotFound.\"\"\"
        task = await self.tasks.get(task_id)
        return self.tasks.change(task, status="closed")

    def _next(self, rows):
        return rows[0]

    def __init__(self, tasks):
        self.tasks = tasks
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule


@rule(
    "DOC001",
    rows=("R-186", "C-68"),
    severity=Severity.LOW,
    minutes=5,
    hint="one sentence on what it does, and what it raises",
    habit=True,
)
def undocumented_function(source: Source) -> Iterator[Hit]:
    """Public functions and methods of the two layers that others call."""
    if source.layer not in ("services", "repositories"):
        return
    for function in source.functions:
        public = not function.name.startswith("_") and source.function(function) is None
        if not public or any(source.last(one) == "overload" for one in function.decorator_list):
            continue
        if ast.get_docstring(function):
            yield source.keeps(function)
        else:
            message = f"{function.name} has no docstring"
            yield source.hit(function, message, severity=source.project.taste)
