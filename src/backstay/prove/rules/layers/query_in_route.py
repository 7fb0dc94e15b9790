"""Query in a route.

## Why
A route turns HTTP into one call and its result into HTTP. A query there cannot be reused, nor
tested without HTTP, and the scope of the caller is forgotten in one of ten copies.

## Flagged
```py routes
from sqlalchemy import select

@router.get("/tasks")
async def list_tasks(session: AsyncSession):
    rows = await session.execute(select(Task))  # LAY002
    return rows.scalars().all()
```

```py routes
@router.get("/users/{user_id}")
def read_user(user_id: int, db: Session = Depends(get_db)):
    return db.query(User).filter(User.id == user_id).first()  # LAY002
```

## Instead
```py routes
@router.get("/tasks")
async def list_tasks(tasks: Tasks):
    return await tasks.page()
```

```py repositories
class TaskRepository:
    async def all(self):
        return await self.session.execute(select(Task))
```
"""

from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.queries import is_query
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule


@rule(
    "LAY002",
    rows=("R-005", "R-006"),
    severity=Severity.MEDIUM,
    minutes=20,
    hint="move it to a repository and let a service call it",
    habit=True,
)
def query_in_route(source: Source) -> Iterator[Hit]:
    """Queries in the functions of a module that answers requests."""
    for call in source.calls:
        if not is_query(source, call):
            continue
        if source.layer == "routes" and source.function(call) is not None:
            django = source.project.frameworks & {"django"} and not source.routes
            taste = source.project.taste if django else None  # its views are made to ask
            yield source.hit(call, "query in a route", severity=taste)
        elif source.layer in ("repositories", "services", "models", ""):
            yield source.keeps(call)
