"""Foreign key without a policy for deletion.

## Why
What happens to the tasks of a deleted user is a decision. Left out, the database refuses, at night,
in a job that nobody watches.

## Flagged
```py models
class Task(Base):
    __tablename__ = "tasks"
    owner_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))  # DAT006
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
    """Foreign keys that do not say what a deletion does, where others do."""
    if source.layer in ("tests", "tools", "migrations"):
        return
    for klass in mapped_classes(source):
        for column in columns(klass):
            key = column.foreign_key
            if not isinstance(key, ast.Call):
                continue
            if keyword(key, "ondelete") is not None:
                yield source.keeps(key)
            else:
                yield source.hit(key, f"{klass.name}.{column.name} does not say ondelete")
