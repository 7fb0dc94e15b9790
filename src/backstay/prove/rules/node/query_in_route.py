"""Query in a route (JavaScript, TypeScript).

## Why
A route turns HTTP into one call and its result into HTTP. A query there cannot be reused, nor
tested without HTTP.

## Flagged
```ts src/routes/tasks.ts
router.get('/tasks', async (req, res) => {
  res.json(await prisma.task.findMany());  // NOD011
});
```

```js src/routes/users.js
router.get('/users', async (req, res) => {
  const users = await pool.query('SELECT id FROM users');  // NOD011
  res.json(users.rows);
});
```

## Instead
```ts src/routes/tasks.ts
router.get('/tasks', async (req, res) => {
  res.json(await tasks.page(req.query));
});
```

```ts src/repositories/tasks.ts
export const all = () => prisma.task.findMany();
```
"""

import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.script import Script
from backstay.prove.rule import rule

_QUERY = re.compile(
    r"\bprisma\s*\.\s*\w+\s*\.\s*(findMany|findUnique|findFirst|create|update|delete|upsert|count)\w*\s*\("
    r"|\b(pool|db|knex|client|connection)\s*\.\s*(query|execute|raw)\s*\("
    r"|\bgetRepository\s*\("
)


@rule(
    "NOD011",
    rows=("R-005", "R-006", "C-78"),
    severity=Severity.MEDIUM,
    minutes=20,
    hint="move it to a repository and let a service call it",
    habit=True,
)
def query_in_route(script: Script) -> Iterator[Hit]:
    """Queries in files that answer requests."""
    for match in script.search(_QUERY):
        if script.layer == "routes":
            yield script.hit(match.start(), "query in a route")
        elif script.layer in ("repositories", "services", "models", ""):
            yield script.keeps(match.start())
