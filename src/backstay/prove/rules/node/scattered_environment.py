"""Environment read outside the configuration module (JavaScript, TypeScript).

## Why
One module that reads and checks the environment fails at start, with a list. Ten places that read
it fail one by one, in production.

## Flagged
```ts src/services/mail.ts
export const key = process.env.MAIL_KEY;  // NOD001
```

## Instead
```ts src/lib/config.ts
export const config = { mailKey: process.env.MAIL_KEY };
```

```ts src/services/mail.ts
import { config } from '../lib/config';
// process.env.MAIL_KEY is read there
export const key = config.mailKey;
```
"""

import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.script import Script
from backstay.prove.rule import rule

_READ = re.compile(r"\bprocess\.env\b(?!\.NODE_ENV\b)")


@rule(
    "NOD001",
    rows=("R-029", "C-78"),
    severity=Severity.MEDIUM,
    hint="read it in the configuration module and import it from there",
    habit=True,
)
def scattered_environment(script: Script) -> Iterator[Hit]:
    """`process.env` outside configuration, entry points, tests and tools."""
    if (
        script.layer in ("tests", "tools", "migrations", "entry", "browser")
        or ".config." in script.path
    ):
        return
    for match in script.search(_READ):
        if script.layer == "config":
            yield script.keeps(match.start())
        else:
            yield script.hit(match.start(), "process.env is read here")
