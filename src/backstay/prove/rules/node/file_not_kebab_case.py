"""File not in kebab-case (TypeScript).

## Why
Two spellings of one file are one file on a Mac and two on the server. Small letters and dashes are
the same everywhere.

## Flagged
```ts src/services/UserService.ts
export const a = 1;  // NOD004
```

```ts src/services/user_service.ts
export const a = 1;  // NOD004
```

## Instead
```ts src/services/user-service.ts
export const a = 1;
```

```ts src/services/user.service.ts
export const a = 1;
```
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.script import Script
from backstay.prove.rule import rule

_KEBAB = re.compile(r"\.?[a-z0-9]+([-.][a-z0-9]+)*$")


@rule(
    "NOD004",
    rows=("R-194", "C-78"),
    severity=Severity.LOW,
    minutes=10,
    hint="rename the file to kebab-case",
    habit=True,
)
def file_not_kebab_case(script: Script) -> Iterator[Hit]:
    """TypeScript files of the service; components in tsx are named as their class."""
    path = PurePosixPath(script.path)
    if path.suffix != ".ts" or script.layer in ("tests", "tools", "migrations", "browser"):
        return
    if _KEBAB.match(path.stem):
        yield script.keeps(0)
    else:
        yield script.hit(0, f"file {path.name} is not in kebab-case")
