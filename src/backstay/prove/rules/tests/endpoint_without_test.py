"""Endpoint without an integration test.

## Why
A route that no test requests is found broken by the first customer. Unit tests of its service do
not see the path, the schema, the status and the permission.

## Flagged
```py app/api/tasks.py
from fastapi import APIRouter

router = APIRouter(prefix="/tasks")

@router.get("/{task_id}")
def get_task(task_id: str): ...

@router.delete("/{task_id}")  # TST002
def delete_task(task_id: str): ...
```

```py tests/test_tasks.py
def test_get(client):
    assert client.get("/tasks/1").status_code == 200
```

## Instead
```py app/api/users.py
from fastapi import APIRouter

router = APIRouter()

@router.get("/users/me")
def me(): ...
```

```py tests/test_users.py
def test_me(client):
    assert client.get("/users/me").status_code == 200
```
"""

import ast
import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.reading.tree import Tree
from backstay.prove.rule import rule

_PARAMETER = re.compile(r"\{[^}]*\}|<[^>]*>")
_FOR_MACHINES = re.compile(r"health|ready|live|metrics|favicon|ping")
EVERY = "*"  # a test that takes its operations from the OpenAPI document
_VERBS = frozenset(("get", "post", "put", "patch", "delete"))


def collect(source: Source) -> list[list[str]]:
    """What a test file requests: method (empty where it is a variable) and path, holes as `{}`."""
    if source.layer != "tests":
        return []
    if "schemathesis" in source.text or ("openapi" in source.text and '"paths"' in source.text):
        return [[EVERY, ""]]
    found = []
    texts = [_text(node) for node in (*source.nodes(ast.Constant), *source.nodes(ast.JoinedStr))]
    verbs = {source.last(call.func) for call in source.calls} & _VERBS
    said = {str(n.value).lower() for n in source.nodes(ast.Constant) if isinstance(n.value, str)}
    for text in texts:
        if "/" in text:
            found += [[verb, text] for verb in sorted(verbs | (said & _VERBS))]
    return found


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if not isinstance(node, ast.JoinedStr):
        return ""
    parts = (one.value if isinstance(one, ast.Constant) else "{}" for one in node.values)
    return "".join(str(part) for part in parts)


@rule(
    "TST002",
    rows=("R-164",),
    severity=Severity.MEDIUM,
    minutes=30,
    hint="request it in a test, and hold its status and its body",
    habit=True,
    collect=collect,
)
def endpoint_without_test(tree: Tree) -> Iterator[Hit]:
    """Routes whose method and path appear in no test; projects without any tests have TST003."""
    requested = [(verb, text) for noted in tree.noted.values() for verb, text in noted or ()]
    if not requested or (EVERY, "") in requested:
        return
    for facts in tree.of():
        for route in facts.routes:
            if (
                not route.path
                or _FOR_MACHINES.search(route.path)
                or route.method not in ("GET", "POST", "PUT", "PATCH", "DELETE")
            ):
                continue
            if _is_requested(route.method, route.path, requested):
                yield tree.keeps(facts.path, route.line)
            else:
                message = f"no test requests {route.method} {route.path}"
                yield tree.hit(facts.path, route.line, message)


def _is_requested(method: str, path: str, requested: list[tuple[str, str]]) -> bool:
    """Whether a test's text ends as the path does; prefixes may stand before it."""
    pieces = [re.escape(piece) for piece in _PARAMETER.split(path.rstrip("/"))]
    shape = re.compile(r"[^/?\s]+".join(pieces) + r"/?(\?.*)?$")
    return any(verb == method.lower() and shape.search(text) for verb, text in requested)
