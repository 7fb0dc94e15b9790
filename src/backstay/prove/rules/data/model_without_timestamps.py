"""Model without timestamps.

## Why
"When did this change?" is the first question after an accident, and the one that no backup
answers.

## Flagged
```py app/models/task.py
class Task(Base):  # DAT004
    __tablename__ = "tasks"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
```

## Instead
```py app/models/base.py
class Stamped:
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(onupdate=func.now())
```
```py app/models/task.py
from app.models.base import Stamped

class Task(Stamped, Base):
    __tablename__ = "tasks"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]

class TaskTag(Base):
    __tablename__ = "task_tags"
    task_id: Mapped[int] = mapped_column(ForeignKey("tasks.id"), primary_key=True)
    tag_id: Mapped[int] = mapped_column(ForeignKey("tags.id"), primary_key=True)
```
"""

import re
from collections.abc import Iterator
from typing import Any

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.mapped import columns, mapped_classes
from backstay.prove.reading.source import Source
from backstay.prove.reading.tree import Tree
from backstay.prove.rule import rule

_STAMP = re.compile(
    r"created|creat(?:ion|e)_?(?:at|date|time)|date_(?:added|joined)|timestamp|_at$|_on$"
    r"|^(?:time|ts|date|datetime)$"
)
_ONE_ROW = re.compile(r"(?:Settings?|Config|Configuration|State)$")
_FEW = 2  # columns of its own; a link between things may have as many
_DEEPEST = 6  # bases of bases


def _models(source: Source) -> list[Any]:
    if source.layer in ("tests", "tools", "migrations"):
        return []
    return [
        [one.name, one.lineno, (own > _FEW or not keys) and not _ONE_ROW.search(one.name)]
        for one in mapped_classes(source)
        if (keys := sum(c.foreign_key is not None for c in columns(one))) >= 0
        and (own := sum(not c.foreign_key and c.name != "id" for c in columns(one)))
    ]


@rule(
    "DAT004",
    rows=("R-050",),
    severity=Severity.LOW,
    minutes=20,
    hint="add created_at and updated_at, or the mixin that brings them",
    habit=True,
    share=10,
    collect=_models,
)
def model_without_timestamps(tree: Tree) -> Iterator[Hit]:
    """Tables of things (not of links between things) without a time of creation or change."""
    bare: list[Hit] = []
    for path, models in tree.noted.items():
        for name, line, thing in models:
            if _stamped(tree, path, name, _DEEPEST):
                yield tree.keeps(path, line)
            else:
                message = f"{name} has no created_at and updated_at"
                taste = None if thing else tree.project.taste
                bare.append(tree.hit(path, line, message, severity=taste))
    if bare and not _unwanted(tree.documents.get("backstay.yaml", "")):
        yield from bare


def _unwanted(contract: str) -> bool:
    """Whether the contract says itself that rows carry no times (contract.md 2.2)."""
    if "timestamps" not in contract:
        return False
    from backstay.blueprint.loading import read  # noqa: PLC0415 half of a warm run to load

    blueprint, _ = read(contract.encode())
    return blueprint is not None and not blueprint.timestamps


def _stamped(tree: Tree, path: str, name: str, deep: int) -> bool:
    klass = tree.classes.get((path, name))
    if klass is None or not deep:
        return False
    if any(_STAMP.search(member.lower()) for member in klass.members):
        return True
    for base in klass.bases:
        if re.search(r"timestamp|audit|record", base.lower()):
            return True
        where, rest = tree.modules.find(base, path)
        if (path, base) in tree.classes:
            where, rest = path, base
        if where and _stamped(tree, where, rest, deep - 1):
            return True
    return False
