"""Console output in a service (JavaScript, TypeScript).

## Why
What goes to the console has no level and no request id, and carries whatever the variable happens
to hold.

## Flagged
```ts src/services/payments.ts
export const charge = (payment: Payment) => {
  console.log('charging', payment);  // NOD010
};
```

## Instead
```ts src/services/payments.ts
import { logger } from '../lib/logger';
export const charge = (payment: Payment) => {
  logger.info({ paymentId: payment.id }, 'charging');
};
```
"""

import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.script import Script
from backstay.prove.rule import rule

_CONSOLE = re.compile(r"\bconsole\s*\.\s*(log|debug|info|warn|error)\s*\(")
_STARTS = re.compile(r"(?:^|/)(?:main|server|app|index)\.[cm]?[tj]s$")  # says where it listens
_CHECKED = ("routes", "services", "repositories", "models", "middleware", "jobs")


@rule(
    "NOD010",
    rows=("R-150", "C-78"),
    severity=Severity.LOW,
    minutes=5,
    hint="use the logger, with a level and what belongs to it",
    habit=True,
)
def console_in_service(script: Script) -> Iterator[Hit]:
    """Calls of console in the layers of a service."""
    if script.layer not in _CHECKED or _STARTS.search(script.path):
        return
    found = False
    for match in script.search(_CONSOLE):
        found = True
        yield script.hit(match.start(), f"console.{match[1]} in a service")
    if not found:
        yield script.keeps(0)
