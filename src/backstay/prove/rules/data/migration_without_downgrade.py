"""Migration that cannot be undone.

## Why
A release that goes wrong at three in the morning is rolled back, schema and all, or it is not.

## Flagged
```py migrations
def upgrade():
    op.add_column("tasks", sa.Column("due_at", sa.DateTime()))

def downgrade():
    pass  # DAT008
```

## Instead
```py migrations
def upgrade():
    op.add_column("tasks", sa.Column("due_at", sa.DateTime()))

def downgrade():
    op.drop_column("tasks", "due_at")
```

```py migrations
"Merge two heads."

def upgrade():
    pass

def downgrade():
    pass
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.remarks import explained, explained_above
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule


@rule(
    "DAT008",
    rows=("R-062", "R-061"),
    severity=Severity.LOW,
    minutes=20,
    hint="undo what upgrade did, or raise an error that says why that is impossible",
    habit=True,
)
def migration_without_downgrade(source: Source) -> Iterator[Hit]:
    """Revisions whose upgrade does something and whose downgrade does nothing."""
    if source.layer != "migrations":
        return
    bodies = {one.name: one for one in source.nodes(ast.FunctionDef)}
    up, down = bodies.get("upgrade"), bodies.get("downgrade")
    if up is None or _empty(up):
        return
    if down is None:
        yield source.hit(up, "upgrade has no downgrade")
    elif _empty(down):
        last = down.body[-1]
        meant = explained(source, last) or explained_above(source, last.lineno)
        meant = meant or ast.get_docstring(down) is not None
        taste = source.project.taste if meant else None
        yield source.hit(down.body[-1], "downgrade does nothing", severity=taste)
    else:
        yield source.keeps(down)


def _empty(function: ast.FunctionDef) -> bool:
    return all(
        isinstance(one, ast.Pass)
        or (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant))
        for one in function.body
    )
