"""Secret from a predictable generator.

## Why
`random` can be computed from what it gave before. `secrets` cannot.

## Flagged
```py services
import random
import string

def reset_token():
    return "".join(random.choices(string.ascii_letters, k=20))  # SEC014
```

## Instead
```py services
import random
import secrets

def reset_token():
    return secrets.token_urlsafe(20)

def shuffle_cards(cards):
    return random.sample(cards, 5)
```
"""

import ast
import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_DRAWS = frozenset(
    f"random.{name}" for name in "choice choices randint random sample randrange".split()
)
_SECRET = re.compile(
    r"token|secret|passw|otp\b|api_?key|salt|nonce|session_id|verification", re.IGNORECASE
)


@rule(
    "SEC014",
    rows=("R-102", "R-106"),
    severity=Severity.HIGH,
    minutes=10,
    hint="use the module secrets",
)
def weak_random(source: Source) -> Iterator[Hit]:
    """Draws of `random` in what is named for a secret."""
    if source.layer in ("tests", "tools", "migrations"):
        return
    for call in source.calls:
        if source.full(call.func) not in _DRAWS:
            continue
        function = source.function(call)
        names = [function.name] if function else []
        names += [
            source.last(one.targets[0]) for one in source.above(call) if isinstance(one, ast.Assign)
        ]
        if any(_SECRET.search(name) for name in names):
            yield source.hit(call, f"{source.full(call.func)} can be predicted")
