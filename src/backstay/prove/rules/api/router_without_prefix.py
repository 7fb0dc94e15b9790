"""Router without a prefix.

## Why
The noun that all its paths begin with is written once for each route, and one of them will be
misspelt. A prefix says it once, and the next version of the API is one word.

## Flagged
```py app/api/tasks.py
router = APIRouter(tags=["tasks"])  # API012

@router.get("/tasks")
def list_tasks(): ...

@router.get("/tasks/{task_id}")
def get_task(task_id): ...
```
```py app/main.py
from app.api.tasks import router

app = FastAPI()
app.include_router(router)
```

## Instead
```py app/api/tasks.py
router = APIRouter(prefix="/tasks", tags=["tasks"])

@router.get("")
def list_tasks(): ...

@router.get("/{task_id}")
def get_task(task_id): ...
```
```py app/api/users.py
router = APIRouter(tags=["users"])

@router.get("/")
def list_users(): ...

@router.get("/{user_id}")
def get_user(user_id): ...
```
```py app/api/reports.py
router = APIRouter(tags=["reports"])

@router.get("/reports")
def list_reports(): ...

@router.get("/reports/{report_id}")
def get_report(report_id): ...
```
```py app/main.py
from app.api import reports, tasks, users

app = FastAPI()
app.include_router(tasks.router)
app.include_router(users.router, prefix="/users")
app.include_router(reports.router, prefix="/v1")  # where it stands is said here
```
"""

from collections.abc import Iterator
from typing import Any

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.inclusions import included_with, placed
from backstay.prove.reading.source import Source
from backstay.prove.reading.tree import Tree
from backstay.prove.rule import rule

_FEWEST = 2  # routes; one alone repeats nothing


def collect(source: Source) -> dict[str, Any]:
    """Routers without a prefix and the one noun of their paths; inclusions with a prefix."""
    routers = {}
    for name, router in source.routers.items():
        paths = [one.path for one in source.routes if one.router == name]
        nouns = {path.strip("/").partition("/")[0] for path in paths}
        noun = next(iter(nouns)) if len(nouns) == 1 else ""
        bare = router.kind == "APIRouter" and router.keyword("prefix") is None
        if bare and len(paths) >= _FEWEST and noun and "{" not in noun:
            routers[name] = [router.call.lineno, noun]
        elif router.kind == "APIRouter" and paths:
            routers[name] = [router.call.lineno, ""]
    included = included_with(source, "prefix")
    return {"routers": routers, "included": included} if routers or included else {}


@rule(
    "API012",
    rows=("R-082",),
    severity=Severity.LOW,
    minutes=10,
    hint="give the router the prefix, and its routes what comes after",
    habit=True,
    collect=collect,
)
def router_without_prefix(tree: Tree) -> Iterator[Hit]:
    """Routers whose paths all begin with one noun that neither they nor an inclusion says."""
    included = placed(tree, ((path, noted["included"]) for path, noted in tree.noted.items()))
    for path, noted in tree.noted.items():
        if tree.facts[path].layer in ("tests", "tools"):
            continue
        for name, (line, noun) in noted["routers"].items():
            if noun and (path, name) not in included:
                yield tree.hit(path, line, f"each path repeats /{noun}")
            else:
                yield tree.keeps(path, line)
