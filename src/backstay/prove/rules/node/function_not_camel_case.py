"""Function not in camelCase (JavaScript, TypeScript).

## Why
JavaScript's own library is camelCase. A snake_case function among it has to be remembered.

## Flagged
```ts src/services/tasks.ts
export async function create_task(data: TaskInput) {  // NOD005
  return data;
}
```

## Instead
```ts src/services/tasks.ts
export async function createTask(data: TaskInput) {
  return data;
}
export function TaskList() {
  return null;
}
```
"""

import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.script import Script
from backstay.prove.rule import rule

_FUNCTION = re.compile(r"\bfunction\s*\*?\s+([A-Za-z_$][\w$]*)")
_SNAKE = re.compile(r"[a-z0-9]+_[a-z0-9_]+$")


@rule(
    "NOD005",
    rows=("R-194", "C-78"),
    severity=Severity.LOW,
    minutes=5,
    hint="rename it to camelCase",
    habit=True,
)
def function_not_camel_case(script: Script) -> Iterator[Hit]:
    """Named functions with underscores between small words."""
    if script.layer in ("tests", "tools", "migrations", "browser"):
        return
    for match in script.search(_FUNCTION):
        if _SNAKE.match(match[1]):
            yield script.hit(match.start(1), f"function {match[1]} is not in camelCase")
        else:
            yield script.keeps(match.start(1))
