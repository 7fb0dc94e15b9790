"""Empty catch (JavaScript, TypeScript).

## Why
An error that is caught and dropped shows up later, somewhere else, as data that is not there.

## Flagged
```ts src/services/tasks.ts
try {
  await save();
} catch (error) {  // NOD009
}
```

```js src/services/tasks.js
save().catch(() => {});  // NOD009
```

## Instead
```ts src/services/tasks.ts
try {
  await save();
} catch (error) {
  log.error(error);
  throw error;
}
try {
  await remove();
} catch {
  // it was not there
}
```
"""

import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.script import Script
from backstay.prove.rule import rule

_BLOCK = re.compile(r"\bcatch\s*(\([^)]*\)\s*)?\{\s*\}")
_CALL = re.compile(r"\.catch\s*\(\s*(\([^)]*\)|[\w$]+)\s*=>\s*\{\s*\}\s*\)")


@rule(
    "NOD009",
    rows=("R-127", "C-78"),
    severity=Severity.MEDIUM,
    minutes=10,
    hint="say what follows, or let it rise",
)
def empty_catch(script: Script) -> Iterator[Hit]:
    """Handlers with nothing in them, not even a comment that says why."""
    if script.layer in ("tests", "tools", "browser"):
        return
    for pattern in (_BLOCK, _CALL):
        for match in script.search(pattern):
            if not any(match.start() < one.start < match.end() for one in script.comments):
                yield script.hit(match.start(), "an error is dropped without a word")
