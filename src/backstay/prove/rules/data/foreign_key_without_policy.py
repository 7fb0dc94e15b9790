"""Foreign key without a policy for deletion.

## Why
What happens to the tasks of a deleted user is a decision. Left out, the database refuses, at night,
in a job that nobody watches. Projects built from a contract have promised a policy for a changed
key too.

## Flagged
```py models
class Task(Base):
    __tablename__ = "tasks"
    owner_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))  # DAT006
```

```py models contract=1
class Task(Base):
    __tablename__ = "tasks"
    owner_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))  # DAT006
```

## Instead
```py models
class Task(Base):
    __tablename__ = "tasks"
    owner_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="RESTRICT"))
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.mapped import columns, mapped_classes
from backstay.prove.reading.source import Source
from backstay.prove.reading.text import keyword
from backstay.prove.rule import rule


@rule(
    "DAT006",
    rows=("R-052",),
    severity=Severity.LOW,
    minutes=10,
    hint='say ondelete="CASCADE", "RESTRICT" or "SET NULL", and onupdate',
    habit=True,
)
def foreign_key_without_policy(source: Source) -> Iterator[Hit]:
    """Foreign keys that do not say what a deletion does, by contract also what a new key does."""
    if source.layer in ("tests", "tools", "migrations"):
        return
    for klass in mapped_classes(source):
        for column in columns(klass):
            key = column.foreign_key
            if not isinstance(key, ast.Call):
                continue
            wanted = ("ondelete", "onupdate") if source.project.contract else ("ondelete",)
            missing = [word for word in wanted if keyword(key, word) is None]
            if missing:
                message = f"{klass.name}.{column.name} does not say {', '.join(missing)}"
                yield source.hit(key, message)
            else:
                yield source.keeps(key)
