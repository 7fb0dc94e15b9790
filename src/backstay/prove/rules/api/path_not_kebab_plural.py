"""Path not in kebab-case plural nouns.

## Why
Paths are read by people of other teams. One spelling for all of them, and nouns for what there is,
save a look into the documents before every call.

## Flagged
```py routes
@router.get("/timeEntries")  # API003
def list_time_entries(): ...

@router.get("/time_entries/{entry_id}")  # API003
def get_time_entry(entry_id: str): ...

@router.get("/user/{user_id}")  # API003
def get_user(user_id: str): ...
```

```py routes
lines = APIRouter(prefix="/orderLines")  # API003
orders = APIRouter(prefix="/order")

@orders.get("/{order_id}")  # API003
def get_order(order_id: str): ...
```

## Instead
```py routes
@router.get("/time-entries")
def list_time_entries(): ...

@router.get("/users/{user_id}/time-entries/{entry_id}")
def get_time_entry(user_id: str, entry_id: str): ...

@router.post("/auth/login")
def login(): ...

@router.get("/users/me")
def me(): ...
```
"""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.routes import Router, shows_pages
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_KEBAB = re.compile(r"[a-z0-9.]+(-[a-z0-9.]+)*$")
_PLURAL = re.compile(r"(s|people|children|data|media|feedback|staff|me)$")


@rule(
    "API003",
    rows=("R-074", "R-076"),
    severity=Severity.LOW,
    minutes=15,
    hint="kebab-case, and a plural noun before each id",
    habit=True,
    share=10,
)
def path_not_kebab_plural(source: Source) -> Iterator[Hit]:
    """Segments of paths and prefixes: their spelling; and, a matter of taste, nouns before ids."""
    if source.layer in ("tests", "tools") or shows_pages(source.text):
        return
    prefixes = {name: _prefix(router) for name, router in source.routers.items()}
    for name, router in source.routers.items():
        if wrong := _misspelt(prefixes[name]):
            yield source.hit(router.call, f"`{wrong}` in the prefix is not kebab-case")
    for route in source.routes:
        own = [part for part in route.path.split("/") if part]
        # the last noun of the prefix stands before an id that the path begins with
        segments = [*prefixes.get(route.router, [])[-1:], *own]
        if wrong := _misspelt(own):
            yield source.hit(route.call, f"`{wrong}` in the path is not kebab-case")
        elif wrong := _singular(segments):
            message = f"`{wrong}` before an id is not a plural"
            yield source.hit(route.call, message, severity=source.project.taste)
        elif own:
            yield source.keeps(route.call)


def _prefix(router: Router) -> list[str]:
    """The segments of a router's prefix; none where it is no text."""
    said = router.keyword("prefix")
    text = said.value if isinstance(said, ast.Constant) else ""
    return [part for part in str(text).split("/") if part]


def _misspelt(segments: list[str]) -> str:
    plain = (part for part in segments if "{" not in part and "<" not in part)
    return next((part for part in plain if not _KEBAB.match(part)), "")


def _singular(segments: list[str]) -> str:
    """The first segment with its own id behind it that is no plural: `task/{task_id}`."""
    for noun, behind in pairwise(segments):
        key = re.fullmatch(r"[{<](?:\w+:)?(\w+?)(?:_?[iI]d)?[}>]", behind)
        its = key is not None and key[1].lower() in ("", "i", "id", noun.lower().replace("-", "_"))
        if its and "{" not in noun and "<" not in noun and not _PLURAL.search(noun):
            return noun
    return ""
