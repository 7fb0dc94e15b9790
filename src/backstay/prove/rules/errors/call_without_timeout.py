"""Outgoing call without a timeout.

## Why
A service that answers in a second today hangs for an hour one night, and every worker hangs with
it. `requests` waits for ever unless it is told not to; so do sockets and SMTP.

## Flagged
```py services
import requests

def rates():
    return requests.get("https://rates.internal/today")  # ERR004
```

```py services
import httpx

def client():
    return httpx.AsyncClient(timeout=None)  # ERR004
```

```py services
import smtplib

def deliver(message):
    with smtplib.SMTP("mail.internal") as mail:  # ERR004
        mail.send_message(message)
```

## Instead
```py services
import requests

def rates():
    return requests.get("https://rates.internal/today", timeout=3)
```

```py services
import httpx

def client():
    return httpx.AsyncClient()
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_VERBS = ("get", "post", "put", "patch", "delete", "head", "options", "request")
_ENDLESS = frozenset(
    (
        *(f"requests.{verb}" for verb in _VERBS),
        "urllib.request.urlopen",
        "smtplib.SMTP",
        "smtplib.SMTP_SSL",
        "socket.create_connection",
    )
)
"""What waits for ever when nothing is said."""
_PLACES = {"urllib.request.urlopen": 3, "socket.create_connection": 2, "smtplib.SMTP": 4}
"""How many arguments bring a timeout without its name."""
_TIMED = ("httpx", "httpx2", "aiohttp")


@rule(
    "ERR004",
    rows=("R-132",),
    severity=Severity.HIGH,
    minutes=10,
    hint="give it a timeout in seconds that your own caller can wait for",
)
def call_without_timeout(source: Source) -> Iterator[Hit]:
    """Calls that wait for ever by default, and clients whose timeout is switched off."""
    if source.layer in ("tests", "tools"):
        return
    for call in source.calls:
        name = source.full(call.func)
        given = next((one.value for one in call.keywords if one.arg == "timeout"), None)
        spread = any(one.arg is None for one in call.keywords)
        off = isinstance(given, ast.Constant) and given.value is None
        placed = len(call.args) >= _PLACES.get(name, len(call.args) + 1)
        if name in _ENDLESS and (off or (given is None and not spread and not placed)):
            yield source.hit(call, f"{name} waits for ever")
        elif off and name.startswith(_TIMED):
            yield source.hit(call, f"{name} has its timeout switched off")
