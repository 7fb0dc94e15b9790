"""Import upwards (JavaScript, TypeScript).

## Why
A service that imports its route cannot be called without HTTP, and two layers that import each
other are one layer with two names.

## Flagged
```ts src/services/tasks.ts
import { router } from '../routes/tasks';  // NOD006
```

```ts src/repositories/tasks.ts
import { TaskService } from '../services/tasks';  // NOD006
```

## Instead
```ts src/routes/tasks.ts
import { TaskService } from '../services/tasks';
import express from 'express';
```

```ts src/services/tasks.ts
import { TaskRepository } from '../repositories/tasks';
```
"""

import posixpath
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.layers import layer_of
from backstay.prove.reading.script import Script
from backstay.prove.rule import rule

_FLOORS = {"routes": 3, "services": 2, "repositories": 1, "models": 0}


@rule(
    "NOD006",
    rows=("R-001", "C-78"),
    severity=Severity.MEDIUM,
    minutes=30,
    hint="hand it down as an argument, or move what both need below",
    habit=True,
)
def import_upwards(script: Script) -> Iterator[Hit]:
    """Relative imports from a lower layer of a higher one."""
    floor = _FLOORS.get(script.layer)
    if floor is None:
        return
    for target in script.imports:
        if not target.name.startswith("."):
            continue
        folder = posixpath.dirname(script.path)
        path = posixpath.normpath(posixpath.join(folder, target.name))
        # a folder that both lie in says nothing about either
        shared = posixpath.commonpath([script.path, path]) if "/" in path else ""
        layer = layer_of(f"{path[len(shared) :].lstrip('/')}.ts")
        other = _FLOORS.get(layer)
        if other is None:
            continue
        start = sum(len(line) + 1 for line in script.lines[: target.line - 1])
        if other > floor:
            yield script.hit(start, f"{script.layer} import {layer}")
        else:
            yield script.keeps(start)
