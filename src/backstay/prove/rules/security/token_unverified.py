"""Token that is read but not verified.

## Why
Without its signature a token is a form that the caller filled in.

## Flagged
```py security
import jwt

def user_of(token):
    return jwt.decode(token, options={"verify_signature": False})["sub"]  # SEC005
```

## Instead
```py security
import jwt

def user_of(token):
    return jwt.decode(token, KEY, algorithms=["HS256"])["sub"]
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.reading.text import keyword
from backstay.prove.rule import rule


@rule(
    "SEC005",
    rows=("R-092",),
    severity=Severity.CRITICAL,
    minutes=20,
    hint="verify the signature with a fixed list of algorithms",
)
def token_unverified(source: Source) -> Iterator[Hit]:
    """Calls of jwt.decode without verification, or with the algorithm none."""
    if source.layer in ("tests", "tools"):
        return
    for call in source.calls:
        if not source.full(call.func).endswith("jwt.decode"):
            continue
        options = keyword(call, "options")
        if isinstance(options, ast.Dict) and any(
            isinstance(key, ast.Constant) and key.value == "verify_signature" and _false(value)
            for key, value in zip(options.keys, options.values, strict=True)
        ):
            taste = source.project.taste if _verified_after(source, call) else None
            yield source.hit(call, "the signature is not verified", severity=taste)
        elif _false(keyword(call, "verify")):
            yield source.hit(call, "the token is not verified")
        elif (names := keyword(call, "algorithms")) is not None and any(
            isinstance(one, ast.Constant) and str(one.value).lower() == "none"
            for one in ast.walk(names)
        ):
            yield source.hit(call, "the algorithm `none` is accepted")


def _false(node: ast.AST | None) -> bool:
    return isinstance(node, ast.Constant) and node.value is False


def _verified_after(source: Source, call: ast.Call) -> bool:
    """Whether the same function verifies it when it knows, say, whose key to use."""
    function = source.function(call)
    return function is not None and any(
        one is not call
        and source.function(one) is function
        and source.last(one.func) == "decode"
        and len(one.args) > 1
        and keyword(one, "options") is None
        for one in source.calls
    )
