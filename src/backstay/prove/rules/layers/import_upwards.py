"""Import from a layer above.

## Why
Layers are worth having while they point one way. A repository that knows a route cannot be used by
a job, and the circle that comes of it is broken with imports inside functions.

## Flagged
```py app/repositories/tasks.py
from app.services.tasks import rank  # LAY001
```
```py app/services/tasks.py
from app.routes.tasks import router  # LAY001

def rank():
    return 1
```
```py app/routes/tasks.py
router = APIRouter()

@router.get("/tasks")
def tasks():
    return []
```

## Instead
```py app/routes/tasks.py
from app.services.tasks import rank

@router.get("/tasks")
def tasks():
    return rank()
```
```py app/services/tasks.py
from app.repositories.tasks import rows

def rank():
    return rows()
```
```py app/repositories/tasks.py
from app.models.task import Task

def rows():
    return [Task]
```
```py app/models/task.py
class Task:
    pass
```
"""

import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.facts import Facts
from backstay.prove.reading.tree import Tree
from backstay.prove.rule import rule

_SHARED = re.compile(r"enums?|constants?|types?|errors?|exceptions?|schemas?|models?|security")
_HEIGHT = {"models": 0, "repositories": 1, "services": 2, "routes": 3}


@rule(
    "LAY001",
    rows=("R-001",),
    severity=Severity.MEDIUM,
    minutes=30,
    hint="move what is shared down, or pass it in",
    habit=True,
)
def import_upwards(tree: Tree) -> Iterator[Hit]:
    """Imports at module level between models, repositories, services and routes."""
    for facts in tree.of(*_HEIGHT):
        if facts.path.endswith("__init__.py"):
            continue  # it gathers what others do
        for one in facts.imports:
            path = "" if one.deferred else tree.modules.find(one.name, facts.path)[0]
            target = tree.facts.get(path)
            if target is None or target.layer not in _HEIGHT or target.layer == facts.layer:
                continue
            if _HEIGHT[target.layer] < _HEIGHT[facts.layer]:
                yield tree.keeps(facts.path, one.line)
            elif _stands_above(target):
                message = f"{facts.layer} import {target.layer}: {target.path}"
                yield tree.hit(facts.path, one.line, message)


def _stands_above(facts: Facts) -> bool:
    """Whether a file that is named like its layer really does what the layer is for."""
    if facts.layer == "routes":
        return bool(facts.routes) or facts.path.endswith(("views.py", "urls.py"))
    return not _SHARED.fullmatch(facts.path.rpartition("/")[2].removesuffix(".py"))
