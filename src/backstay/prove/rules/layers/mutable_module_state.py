"""State in a module.

## Why
With two workers there are two of it, and each sees half of what happened. A restart forgets both.

## Flagged
```py services
attempts = {}

def failed(user):
    attempts[user] = attempts.get(user, 0) + 1  # LAY009
```

```py services
served = 0

def serve(order):
    global served  # LAY009
    served += 1
```

## Instead
```py services
LIMITS = {"login": 5}
_cache: dict[str, str] = {}

class Attempts:
    def __init__(self, store):
        self.store = store

    async def failed(self, user):
        return await self.store.increment(user)

def remembered(key):
    _cache[key] = key

_engine = None

def engine(url):
    global _engine
    if _engine is None:
        _engine = create_engine(url)
    return _engine
```
"""

import ast
import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_CHANGES = frozenset(
    "append add update extend insert pop popitem remove clear setdefault discard".split()
)
_EXCUSED = re.compile(
    r"cache|regist|handler|lock|pool|singleton|instance|client|loaded|tasks?$", re.IGNORECASE
)


@rule(
    "LAY009",
    rows=("R-017", "C-02"),
    severity=Severity.MEDIUM,
    minutes=45,
    hint="keep it in the database or in Redis, or in an object that is passed in",
)
def mutable_module_state(source: Source) -> Iterator[Hit]:
    """Module-level dicts, lists and sets that functions change; caches and registries are meant."""
    if source.layer not in ("routes", "services", "repositories"):
        return
    seen: set[str] = set()
    for one in source.nodes(ast.Global):
        counted = {name for name in one.names if _is_counted(source, one, name)}
        for name in sorted(counted):
            seen.add(name)
            yield source.hit(one, f"`{name}` is state of the module")
    state = {name for name in _containers(source) if not _EXCUSED.search(name)}
    for node, name in _changes(source):
        function = source.function(node)
        if name in state and name not in seen and function and "regist" not in function.name:
            seen.add(name)
            yield source.hit(node, f"`{name}` is state of the module")


def _is_counted(source: Source, declared: ast.Global, name: str) -> bool:
    """Whether the function adds to a global; one that is filled at first use is a singleton."""
    function = source.function(declared)
    return any(
        isinstance(one.target, ast.Name) and one.target.id == name
        for one in source.nodes(ast.AugAssign)
        if source.function(one) is function
    )


def _containers(source: Source) -> Iterator[str]:
    for one in source.tree.body:
        if isinstance(one, ast.Assign):
            target, value = one.targets[0], one.value
        elif isinstance(one, ast.AnnAssign) and one.value is not None:
            target, value = one.target, one.value
        else:
            continue
        made = isinstance(value, ast.Call) and source.last(value) in (
            "dict",
            "list",
            "set",
            "defaultdict",
        )
        empty = isinstance(value, ast.Dict | ast.List | ast.Set)
        if isinstance(target, ast.Name) and (made or empty) and target.id != "__all__":
            yield target.id


def _changes(source: Source) -> Iterator[tuple[ast.AST, str]]:
    """Places that change something by its bare name."""
    for node in source.nodes(ast.Subscript):
        if isinstance(node.ctx, ast.Store | ast.Del) and isinstance(node.value, ast.Name):
            yield node, node.value.id if not _local(source, node, node.value.id) else ""
    for call in source.calls:
        function = call.func
        if (
            isinstance(function, ast.Attribute)
            and function.attr in _CHANGES
            and isinstance(function.value, ast.Name)
        ):
            name = function.value.id
            yield call, name if not _local(source, call, name) else ""


def _local(source: Source, node: ast.AST, name: str) -> bool:
    """Whether the name is assigned or passed in the function around."""
    function = source.function(node)
    if function is None:
        return False
    arguments = (*function.args.args, *function.args.kwonlyargs)
    if any(one.arg == name for one in arguments):
        return True
    return any(
        isinstance(one, ast.Name) and one.id == name and isinstance(one.ctx, ast.Store)
        for one in ast.walk(function)
    )
