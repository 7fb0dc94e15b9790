"""Access token that lives too long, or hardly at all.

## Why
An access token cannot be called back. What is stolen works until it ends: 15 to 60 minutes, with a
refresh token beside it.

## Flagged
```py config
class Settings(BaseSettings):
    ACCESS_TOKEN_EXPIRE_MINUTES: int = 60 * 24 * 8  # SEC006
```

```py config
class Settings(ServiceSettings):
    access_token_minutes: int = Field(1440, ge=1)  # SEC006
```

## Instead
```py config
class Settings(BaseSettings):
    access_token_minutes: int = Field(30, ge=15, le=60)
    ACCESS_TOKEN_EXPIRE_MINUTES: int = 30
    refresh_token_expire_minutes: int = 60 * 24 * 30
```
"""

import ast
import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_NAME = re.compile(
    r"access_?token_?((expires?|expiration|lifetime|ttl|expiry)\w*)?minutes", re.IGNORECASE
)
SHORTEST, LONGEST = 15, 60  # minutes, R-093


@rule(
    "SEC006",
    rows=("R-093", "C-33"),
    severity=Severity.MEDIUM,
    minutes=10,
    hint="15 to 60 minutes, and a refresh token for longer sessions",
)
def token_life(source: Source) -> Iterator[Hit]:
    """Lifetimes of access tokens in minutes; outside contracts it informs, for it is a choice."""
    if source.layer in ("tests", "tools"):
        return
    severity = None if source.project.contract else Severity.INFO
    given: list[tuple[ast.expr, ast.expr | None]] = [
        *((one.target, one.value) for one in source.nodes(ast.AnnAssign)),
        *((one.targets[0], one.value) for one in source.nodes(ast.Assign)),
    ]
    for target, value in given:
        minutes = _number(value) if _NAME.fullmatch(source.last(target)) else None
        if minutes is not None and not SHORTEST <= minutes <= LONGEST:
            yield source.hit(target, f"an access token of {minutes} minutes", severity=severity)


def _number(node: ast.expr | None) -> int | None:
    if isinstance(node, ast.Call) and node.args:  # Field(30, ge=15, le=60)
        return _number(node.args[0])
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        return node.value
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
        left, right = _number(node.left), _number(node.right)
        return left * right if left is not None and right is not None else None
    return None
