"""Secret in a log.

## Why
Logs are copied to places with fewer locks than the database.

## Flagged
```py services
def login(email, password):
    logger.info("login of %s with %s", email, password)  # SEC008
    logger.debug(f"token is {user.access_token}")  # SEC008
```

## Instead
```py services
def login(email, password):
    logger.info("login of %s", user.id)
    logger.info("password changed")
    logger.info("%s of %s tokens", token_count, limit)
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

SHOWN = 8  # characters of a key that may be told
_LEVELS = frozenset("debug info warning warn error critical exception log".split())
_SECRETS = frozenset(
    "password passwd hashed_password password_hash plain_password secret secret_key client_secret "
    "api_key apikey access_token refresh_token private_key jwt_token auth_token".split()
)


@rule(
    "SEC008",
    rows=("R-112",),
    severity=Severity.HIGH,
    minutes=5,
    hint="log an id instead",
)
def secret_in_log(source: Source) -> Iterator[Hit]:
    """Variables and attributes named like a secret among the arguments of a logger."""
    if source.layer in ("tests", "tools"):
        return
    for call in source.calls:
        if not isinstance(call.func, ast.Attribute) or call.func.attr not in _LEVELS:
            continue
        owner = source.full(call.func.value).lower()
        if owner.rpartition(".")[2].lstrip("_") not in ("logger", "log", "logging"):
            continue
        for part in (*call.args, *(one.value for one in call.keywords)):
            if name := next(_secrets(source, part), ""):
                yield source.hit(call, f"`{name}` is logged")
                break


def _secrets(source: Source, part: ast.expr) -> Iterator[str]:
    """Names of secrets whose value is shown; `bool(token)` and `len(token)` show none."""
    waiting: list[ast.AST] = [part]
    while waiting:
        one = waiting.pop()
        if isinstance(one, ast.Call) and source.last(one.func) not in ("str", "repr", "format"):
            continue
        if isinstance(one, ast.IfExp | ast.Compare) or _is_piece(one):
            continue
        if isinstance(one, ast.Subscript) and isinstance(one.slice, ast.Constant):
            key = str(one.slice.value).lower()
            if key in _SECRETS:
                yield key
        if isinstance(one, ast.Name | ast.Attribute) and source.last(one).lower() in _SECRETS:
            yield source.last(one)
        if not isinstance(one, ast.Attribute):  # the id of a token is no token
            waiting.extend(ast.iter_child_nodes(one))


def _is_piece(node: ast.AST) -> bool:
    """`key[:8]` and `key[-4:]` tell two keys apart and open nothing."""
    cut = node.slice if isinstance(node, ast.Subscript) else None
    if not isinstance(cut, ast.Slice) or (cut.lower is None) == (cut.upper is None):
        return False
    edge = cut.upper if cut.lower is None else cut.lower
    if cut.upper is None:
        edge = edge.operand if isinstance(edge, ast.UnaryOp) else None
    return isinstance(edge, ast.Constant) and isinstance(edge.value, int) and edge.value <= SHOWN
