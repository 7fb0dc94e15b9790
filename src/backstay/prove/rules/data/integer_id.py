"""Integer primary keys.

## Why
Numbers that count up tell strangers how many customers there are and what the next id is, and two
databases can never be merged.

## Flagged
```py models
class Task(Base):
    __tablename__ = "tasks"
    id: Mapped[int] = mapped_column(primary_key=True)  # DAT005

class Tag(Base):
    __tablename__ = "tags"
    id = Column(Integer, primary_key=True)  # DAT005
```

## Instead
```py models
class Task(Base):
    __tablename__ = "tasks"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.mapped import columns, mapped_classes
from backstay.prove.reading.source import Source
from backstay.prove.reading.text import is_true
from backstay.prove.rule import rule


@rule(
    "DAT005",
    rows=("R-049", "C-24"),
    severity=Severity.LOW,
    minutes=60,
    hint="use UUIDs, version 7 where indexes matter",
    habit=True,
)
def integer_id(source: Source) -> Iterator[Hit]:
    """Primary keys named id that are integers, where most are UUIDs."""
    if source.layer in ("tests", "tools", "migrations"):
        return
    for klass in mapped_classes(source):
        for column in columns(klass):
            if column.name != "id" or not is_true(column.keyword("primary_key")):
                continue
            words = ast.dump(column.node)
            if "uuid" in words.lower():
                yield source.keeps(column.node)
            elif "'int'" in words or "Integer'" in words:
                yield source.hit(column.node, f"{klass.name}.id is an integer")
