"""Commit outside the unit of work.

## Why
One request is one transaction. A commit inside a service or a repository saves half the work,
and a later failure can no longer undo it.

## Flagged
```py services
class TaskService:
    async def create(self, data):
        self.session.add(Task(**data))
        await self.session.commit()  # DAT003
```

```py repositories
def save(db: Session, task):
    db.add(task)
    db.commit()  # DAT003
```

## Instead
```py services
class TaskService:
    async def create(self, data):
        return await self.tasks.add(Task(**data))
```

```py app/core/unit_of_work.py
async def unit_of_work():
    async with sessions() as session:
        yield session
        await session.commit()
```
"""

from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.sessions import is_session
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule


@rule(
    "DAT003",
    rows=("R-012", "R-057"),
    severity=Severity.MEDIUM,
    minutes=20,
    hint="let the unit of work commit; use flush() to get what the database made",
    habit=True,
)
def commit_in_service(source: Source) -> Iterator[Hit]:
    """Commits in services and repositories, where the project commits elsewhere."""
    for call in source.calls:
        if source.last(call.func) == "commit" and is_session(source, call.func):
            if source.layer in ("services", "repositories", "routes"):
                yield source.hit(call, f"commit in the layer of {source.layer}")
            elif source.layer not in ("tests", "tools", "migrations"):
                yield source.keeps(call)
