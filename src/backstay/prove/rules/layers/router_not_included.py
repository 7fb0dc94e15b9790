"""Router that no app includes.

## Why
Its operations look finished, are tested by nobody and answer 404.

## Flagged
```py app/routes/tasks.py
router = APIRouter(prefix="/tasks")

@router.get("/")  # LAY007
def tasks():
    return []
```
```py app/main.py
app = FastAPI()
```

## Instead
```py app/routes/tasks.py
router = APIRouter(prefix="/tasks")

@router.get("/")
def tasks():
    return []
```
```py app/main.py
from app.routes import tasks

app = FastAPI()
app.include_router(tasks.router)
```
"""

from collections.abc import Iterator
from typing import Any

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.reading.tree import Tree
from backstay.prove.rule import rule

_DYNAMIC = ("import_module", "iter_modules", "walk_packages", "__import__", "find_modules")


def _shape(source: Source) -> dict[str, Any]:
    """Whether a file makes an app, finds modules by name, and includes routers itself."""
    serves = source.layer not in ("tests", "tools")
    app = serves and any(one.kind in ("FastAPI", "Flask") for one in source.routers.values())
    router = any(one.kind in ("APIRouter", "Blueprint") for one in source.routers.values())
    dynamic = any(source.last(call.func) in _DYNAMIC for call in source.calls)
    return {"app": app, "router": router, "dynamic": dynamic} if app or router or dynamic else {}


@rule(
    "LAY007",
    rows=("R-022",),
    severity=Severity.MEDIUM,
    minutes=10,
    hint="include it in the app, or remove it",
    collect=_shape,
)
def router_not_included(tree: Tree) -> Iterator[Hit]:
    """Modules with routes that nothing imports, in a tree whose app is there to be seen."""
    shapes = tree.noted.values()
    if not any(one["app"] for one in shapes) or any(one["dynamic"] for one in shapes):
        return
    if any(one.endswith(".py") and one not in tree.facts for one in tree.files):
        return  # what cannot be read may include it
    imported = {
        tree.modules.find(one.name, facts.path)[0]
        for facts in tree.facts.values()
        for one in facts.imports
        if facts.layer != "tests"
    }
    spoken_of = {
        part
        for facts in tree.facts.values()
        if facts.layer != "tests"
        for one in facts.imports
        for part in one.name.split(".")
    }
    for facts in tree.of("routes"):
        shape = tree.noted.get(facts.path)
        alone = shape and shape["router"] and not shape["app"] and facts.routes
        stem = facts.path.rpartition("/")[2].removesuffix(".py")
        if alone and facts.path not in imported and stem not in spoken_of:
            yield tree.hit(facts.path, facts.routes[0].line, "no app includes this router")
