"""Public function of a service or repository without a docstring.

## Why
A service is what other people call. Its name says what it does; what it refuses, and why, stands
nowhere else than in its docstring. Projects built from a contract have promised to say what goes in
and what comes out, too (C-68).

## Flagged
```py services
class TaskService:
    async def close(self, task_id):  # DOC001
        task = await self.tasks.get(task_id)
        return self.tasks.change(task, status="closed")
```

```py services contract=1
class TaskService:
    async def close(self, task_id: UUID) -> Task:  # DOC001
        \"\"\"Close a task.\"\"\"
        if task_id is None:
            raise TaskNotFound
        return await self.tasks.close(task_id)
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
from backstay.prove.reading.index import Function
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
        said = ast.get_docstring(function)
        if said is None:
            message = f"{function.name} has no docstring"
            yield source.hit(function, message, severity=source.project.taste)
        elif source.project.contract and (left := _left_out(source, function, said)):
            yield source.hit(function, f"{function.name} does not say {', '.join(left)}")
        else:
            yield source.keeps(function)


def _left_out(source: Source, function: Function, said: str) -> list[str]:
    """The parts of the full form that a docstring lacks; "Whether ..." says all of a predicate."""
    if said.startswith("Whether "):
        return []
    given = [
        one.arg for one in (*function.args.args, *function.args.kwonlyargs) if one.arg != "self"
    ]
    gives = function.returns is not None and not _is_none(function.returns)
    raises = any(
        source.function(one) is function and source.last(one.exc) != ""
        for one in source.nodes(ast.Raise)
    )
    parts = (("Args:", bool(given)), ("Returns:", gives), ("Raises:", raises))
    return [part.rstrip(":") for part, wanted in parts if wanted and part not in said]


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None
