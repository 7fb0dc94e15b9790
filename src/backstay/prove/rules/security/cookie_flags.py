"""Session cookie without its flags.

## Why
Without HttpOnly a script reads it, without Secure the network does, without SameSite another site
sends it.

## Flagged
```py routes
def login(response):
    response.set_cookie("session", value, httponly=True)  # SEC016
```

## Instead
```py routes
def login(response):
    response.set_cookie("session", value, httponly=True, secure=True, samesite="strict")
    response.set_cookie("theme", "dark")
```
"""

import ast
import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.reading.text import keyword
from backstay.prove.rule import rule

_SESSION = re.compile(r"session|token|auth|jwt|refresh|sid$", re.IGNORECASE)
_READ_BY_SCRIPTS = re.compile(r"csrf|xsrf", re.IGNORECASE)
_FLAGS = ("httponly", "secure", "samesite")


@rule(
    "SEC016",
    rows=("R-098", "C-50"),
    severity=Severity.MEDIUM,
    minutes=10,
    hint="httponly=True, secure=True (in production), samesite",
)
def cookie_flags(source: Source) -> Iterator[Hit]:
    """Cookies named for a session that lack a flag; how a flag is set is not judged."""
    if source.layer in ("tests", "tools"):
        return
    for call in source.calls:
        if source.last(call.func) != "set_cookie" or any(one.arg is None for one in call.keywords):
            continue
        name = call.args[0] if call.args else keyword(call, "key")
        words = name.value if isinstance(name, ast.Constant) else source.last(name)
        missing = [flag for flag in _FLAGS if keyword(call, flag) is None]
        if missing == ["samesite"] and source.project.taste:
            continue  # Starlette and Flask say lax, which is weaker than R-098, and no hole
        value = call.args[1] if len(call.args) > 1 else keyword(call, "value")
        says = isinstance(value, ast.Constant) or _READ_BY_SCRIPTS.search(str(words))
        if missing and not says and _SESSION.search(str(words)):
            yield source.hit(call, f"the cookie lacks {', '.join(missing)}")
