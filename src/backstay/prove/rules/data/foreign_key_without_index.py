"""Foreign key without an index.

## Why
PostgreSQL indexes primary keys, not foreign ones. Each list by owner reads the whole table, and so
does each deletion of an owner.

## Flagged
```py models
class Task(Base):
    __tablename__ = "tasks"
    owner_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))  # DAT007
```

## Instead
```py models
class Task(Base):
    __tablename__ = "tasks"
    __table_args__ = (Index("ix_tasks_team", "team_id", "created_at"),)
    owner_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), index=True)
    team_id: Mapped[UUID] = mapped_column(ForeignKey("teams.id"))
    profile_id: Mapped[UUID] = mapped_column(ForeignKey("profiles.id"), unique=True)
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

_INDEXES = ("Index", "UniqueConstraint", "PrimaryKeyConstraint")


@rule(
    "DAT007",
    rows=("R-051",),
    severity=Severity.LOW,
    minutes=10,
    hint="add index=True, or an Index that begins with it",
    habit=True,
)
def foreign_key_without_index(source: Source) -> Iterator[Hit]:
    """Foreign keys that no index begins with, where others have one."""
    if source.layer in ("tests", "tools", "migrations"):
        return
    for klass in mapped_classes(source):
        led = set(_led(klass))
        for column in columns(klass):
            if column.foreign_key is None:
                continue
            words = ("index", "unique", "primary_key")
            if column.name in led or any(is_true(column.keyword(one)) for one in words):
                yield source.keeps(column.node)
            else:
                yield source.hit(column.node, f"{klass.name}.{column.name} has no index")


def _led(klass: ast.ClassDef) -> Iterator[str]:
    """The columns that an index or constraint of the class begins with."""
    for one in klass.body:
        for call in ast.walk(one):
            if isinstance(call, ast.Call):
                name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
                name = call.func.id if isinstance(call.func, ast.Name) else name
                texts = [a.value for a in call.args if isinstance(a, ast.Constant)]
                if name in _INDEXES:
                    yield from (str(text) for text in texts[: 1 + (name == "Index")])
