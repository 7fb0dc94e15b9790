"""File not in snake_case.

## Why
A module is imported by its file's name; a capital works on one machine and fails on the next, and a
dash cannot be imported at all.

## Flagged
```py app/services/TaskService.py
A = 1  # NAM004
```

```py app/services/task-service.py
A = 1  # NAM004
```

## Instead
```py app/services/task_service.py
A = 1
```
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_SNAKE = re.compile(r"[a-z0-9_.]+$")


@rule(
    "NAM004",
    rows=("R-193",),
    severity=Severity.LOW,
    minutes=10,
    hint="rename the file to snake_case",
    habit=True,
)
def file_not_snake_case(source: Source) -> Iterator[Hit]:
    """Python files whose name holds capitals or dashes; scripts and revisions may."""
    if source.layer in ("tools", "migrations"):
        return
    stem = PurePosixPath(source.path).stem
    if _SNAKE.match(stem):
        yield source.keeps(1)
    else:
        yield source.hit(1, f"file {stem}.py is not in snake_case")
