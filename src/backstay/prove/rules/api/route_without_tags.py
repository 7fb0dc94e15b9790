"""Route without tags.

## Why
Tags are the chapters of the OpenAPI document. An operation without one stands under "default", with
everything else that nobody filed.

## Flagged
```py app/api/tasks.py
from fastapi import APIRouter

router = APIRouter()

@router.get("/tasks")  # API002
def list_tasks(): ...
```

```py app/main.py
from fastapi import FastAPI
from app.api.tasks import router

app = FastAPI()
app.include_router(router)
```

## Instead
```py app/api/tasks.py
from fastapi import APIRouter

router = APIRouter(tags=["tasks"])

@router.get("/tasks")
def list_tasks(): ...
```

```py app/api/users.py
from fastapi import APIRouter

router = APIRouter()

@router.get("/users")
def list_users(): ...
```

```py app/main.py
from fastapi import FastAPI
from app.api import users

app = FastAPI()
app.include_router(users.router, tags=["users"])
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


def collect(source: Source) -> dict[str, Any]:
    """Routes without tags of their own or of their router, and the routers included with tags."""
    bare = []
    for route in source.routes:
        router = source.routers.get(route.router)
        filed = route.keyword("tags") or (router.keyword("tags") if router else None)
        if (
            filed is None
            and not route.for_machines
            and route.keyword("include_in_schema") is None
            and router is not None
            and router.kind in ("APIRouter", "FastAPI")
        ):
            bare.append([route.line, route.router, router.kind])
    tagged = included_with(source, "tags")
    filed_here = len(source.routes) - len(bare)
    return {"bare": bare, "tagged": tagged, "filed": filed_here} if bare or tagged else {}


@rule(
    "API002",
    rows=("R-082",),
    severity=Severity.LOW,
    minutes=5,
    hint="give its router tags=[...], or the place where it is included",
    habit=True,
    collect=collect,
)
def route_without_tags(tree: Tree) -> Iterator[Hit]:
    """Routes that neither their decorator, their router nor its inclusion files."""
    included = placed(tree, ((path, noted["tagged"]) for path, noted in tree.noted.items()))
    for path, noted in tree.noted.items():
        for line, router, kind in noted["bare"]:
            if (path, router) in included:
                yield tree.keeps(path, line)
            elif tree.facts[path].layer != "tests":
                alone = kind == "FastAPI" and not noted["filed"]
                taste = tree.project.taste if alone else None  # an app without any chapters
                yield tree.hit(path, line, "the operation has no tags", severity=taste)
