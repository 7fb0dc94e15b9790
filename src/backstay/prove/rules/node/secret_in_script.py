"""Secret in a script (JavaScript, TypeScript).

## Why
Whoever can read the repository can use the key, and the history keeps it after it was removed.

## Flagged
```ts src/lib/stripe.ts
export const stripeSecretKey = 'sk_live_51HqLyjWDarjtT1zdp7dcXyz';  // NOD002
```

```js src/services/auth.js
const jwtSecret = 'hG7kP2mQ9xVz4LrT';  // NOD002
```

## Instead
```ts src/lib/stripe.ts
import { config } from './config';
export const client = new Stripe(config.stripeSecretKey);
const passwordField = 'password';
const tokenUrl = 'https://id.example.org/token';
```
"""

import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.script import Script
from backstay.prove.rule import rule

_NAME = re.compile(r"(secret|passwo?r?d|api_?key|token|private_?key|credential)", re.IGNORECASE)
_BEFORE = re.compile(r"([\w$]+)['\"]?\s*[:=]\s*$")
_KNOWN = re.compile(r"(sk|rk)_live_\w{10,}|AKIA[0-9A-Z]{16}|gh[pousr]_\w{30,}|xox[baprs]-\w{10,}")
_RANDOM = re.compile(r"(?=.*\d)(?=.*[A-Za-z])[\w+/=.-]{12,}$")
_MADE_UP = re.compile(
    r"mock|fake|dummy|example|sample|test|your|change|abc|xyz|12345|^pk[._]|^eyJ[\w-]*\.(?:[\w-]{0,19}$|[\w-]{0,19}\.)",
    re.IGNORECASE,
)
_TOLD = re.compile(r"firebase|maps\.google", re.IGNORECASE)
"""Whose keys every browser is told; they name a project and open nothing."""
_HARMLESS = re.compile(r"(url|uri|path|name|field|header|prefix|type|id)$", re.IGNORECASE)


@rule(
    "NOD002",
    rows=("R-116", "C-78"),
    severity=Severity.CRITICAL,
    minutes=30,
    hint="read it from the environment, and revoke this one",
)
def secret_in_script(script: Script) -> Iterator[Hit]:
    """Texts that are keys by their shape, or by the name that holds them and their randomness."""
    if script.layer == "tests":
        return
    told = _TOLD.search(script.text) is not None
    for piece in script.strings:
        if _KNOWN.search(piece.text):
            yield script.hit(piece.start, "this is a live key")
            continue
        named = _BEFORE.search(script.code[max(0, piece.start - 80) : piece.start])
        if named is None or not _NAME.search(named[1]) or _HARMLESS.search(named[1]):
            continue
        if told and piece.text.startswith("AIza"):
            continue
        if _RANDOM.match(piece.text) and not _MADE_UP.search(piece.text):
            yield script.hit(piece.start, f"{named[1]} holds what looks like a secret")
