"""Query outside a repository.

## Why
The scope of the caller, soft deletion and eager loading are decided once, where the queries are.

## Flagged
```py services
class TaskService:
    async def late(self):
        return await self.session.execute(select(Task))  # LAY003
```

## Instead
```py services
class TaskService:
    async def late(self):
        return await self.tasks.late()
```

```py repositories
class TaskRepository:
    async def late(self):
        return await self.session.execute(select(Task))
```
"""

import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.queries import is_query
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

# what moves whole tables about has no business with a resource's repository
_WHOLE_TABLES = re.compile(r"export|import|backup|migrat|seed|restore")


@rule(
    "LAY003",
    rows=("R-006", "R-011"),
    severity=Severity.LOW,
    minutes=20,
    hint="give the repository a method that says what is asked for",
    habit=True,
)
def session_outside_repository(source: Source) -> Iterator[Hit]:
    """Queries in services, where the project has repositories that hold most."""
    if source.layer not in ("services", "repositories") or _WHOLE_TABLES.search(source.path):
        return
    for call in source.calls:
        if is_query(source, call):
            if source.layer == "services":
                yield source.hit(call, "query in a service")
            else:
                yield source.keeps(call)
