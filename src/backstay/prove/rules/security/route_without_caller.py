"""Route that changes something and asks nobody who they are.

## Why
Where every other operation asks for the caller, the one that does not was forgotten. In projects
built from a contract that is also said of reading.

## Flagged
```py app/routes/tasks.py
from app.dependencies import current_user

@router.get("/tasks")
def tasks(user=Depends(current_user)):
    return []

@router.post("/tasks")
def create(user=Depends(current_user)):
    return {}

@router.delete("/tasks/{task_id}")  # SEC001
def remove(task_id: int):
    return None
```
```py app/dependencies.py
def current_user(token=Depends(oauth2)):
    return token
```

## Instead
```py app/routes/tasks.py
from app.dependencies import Tasks

@router.delete("/tasks/{task_id}")
def remove(task_id: int, tasks: Tasks):
    return None

@router.post("/login")
def login(form: LoginForm):
    return {}
```
```py app/dependencies.py
def task_service(user=Depends(current_user)):
    return TaskService(user)

Tasks = Annotated[TaskService, Depends(task_service)]
```
"""

from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.guards import Guards, dependencies_of
from backstay.prove.reading.tree import Tree
from backstay.prove.rule import rule


@rule(
    "SEC001",
    rows=("R-103", "R-100"),
    severity=Severity.HIGH,
    minutes=15,
    hint="ask for the caller in the signature, or on the router",
    habit=True,
    collect=dependencies_of,
)
def route_without_caller(tree: Tree) -> Iterator[Hit]:
    """POST, PUT, PATCH and DELETE without a dependency that leads to the caller."""
    guards = Guards(tree)
    found = [
        (path, *one)
        for path, noted in tree.noted.items()
        if tree.facts[path].layer not in ("tests", "tools")
        for one in guards.routes(path, noted)
    ]
    folders = {path.rpartition("/")[0] for path, _, guarded, _, _ in found if guarded}
    for path, line, guarded, public, name in found:
        if guarded:
            yield tree.keeps(path, line)
        elif not public:
            beside = path.rpartition("/")[0] in folders  # else another service of the repository
            taste = None if beside else tree.project.taste
            yield tree.hit(path, line, f"{name} does not ask for the caller", severity=taste)
