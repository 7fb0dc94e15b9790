"""SQL put together from a template (JavaScript, TypeScript).

## Why
A value inside the text of a query is part of the query. One quote in a name, and the next statement
is the visitor's.

## Flagged
```ts src/repositories/users.ts
const find = (db, name) => db.query(`SELECT id FROM users WHERE name = '${name}'`);  // NOD003
```

```js src/repositories/users.js
const drop = (db, id) => db.query('DELETE FROM users WHERE id = ' + id);  // NOD003
```

## Instead
```ts src/repositories/users.ts
export const find = (db, name) => db.query('SELECT id FROM users WHERE name = $1', [name]);
export const tagged = (sql, name) => sql`SELECT id FROM users WHERE name = ${name}`;
```
"""

import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.script import Script
from backstay.prove.rule import rule

_SQL = re.compile(
    r"^\s*(select\s.+\sfrom\s|insert\s+into\s|update\s.+\sset\s|delete\s+from\s)",
    re.IGNORECASE | re.DOTALL,
)
_CALL = re.compile(r"\.\s*(query|execute|raw|\$queryRawUnsafe|\$executeRawUnsafe|unsafe)\s*\(\s*$")
_PLUS = re.compile(r"\s*\+\s*[\w$(]")


@rule(
    "NOD003",
    rows=("R-055", "C-78"),
    severity=Severity.CRITICAL,
    minutes=15,
    hint="give values as parameters of the query",
)
def sql_from_template(script: Script) -> Iterator[Hit]:
    """Queries whose text holds values: templates with `${...}`, and texts with `+`."""
    if script.layer in ("tests", "tools"):
        return
    for piece in script.strings:
        called = _CALL.search(script.code[max(0, piece.start - 60) : piece.start])
        if called is None or not _SQL.match(piece.text):
            continue
        joined = _PLUS.match(script.text[piece.end : piece.end + 40])
        if joined or (piece.quote == "`" and _has_hole(script, piece.start)):
            yield script.hit(piece.start, "a value stands inside the text of a query")


def _has_hole(script: Script, start: int) -> bool:
    """Whether the template that begins here has a `${`."""
    end = script.text.find("`", start + 1)
    return "${" in script.text[start : end if end > 0 else None]
