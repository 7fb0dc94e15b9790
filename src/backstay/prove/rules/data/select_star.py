"""SELECT *.

## Why
Every column that somebody adds later travels too, the secret ones among them, and an index that
covers the query no longer does.

## Flagged
```py repositories
def all_users(cursor):
    cursor.execute("SELECT * FROM users")  # DAT002
```

## Instead
```py repositories
def all_users(cursor):
    "SELECT * FROM users is what this does not say."
    cursor.execute("SELECT id, name FROM users")

def how_many(cursor):
    cursor.execute("SELECT count(*) FROM users WHERE EXISTS (SELECT * FROM tasks)")
```
"""

import ast
import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.reading.text import is_docstring, said
from backstay.prove.rule import rule

_NAMED = re.compile(r"^\s*select\s+(?!\w*\.?\*)\w[^;]*\sfrom\b", re.IGNORECASE)
_STAR = re.compile(r"^\s*select\s+(?:\w+\.)?\*\s+from\b(?!\s*\()", re.IGNORECASE)


@rule(
    "DAT002",
    rows=("R-056", "C-19"),
    severity=Severity.LOW,
    minutes=5,
    hint="name the columns that are needed",
    habit=True,
)
def select_star(source: Source) -> Iterator[Hit]:
    """Statements that begin with SELECT *, where others name their columns."""
    if source.layer in ("tests", "tools", "migrations"):
        return
    for one in (*source.nodes(ast.Constant), *source.nodes(ast.JoinedStr)):
        if is_docstring(source, one) or isinstance(source.parent(one), ast.JoinedStr):
            continue
        if _STAR.match(text := said(one)):
            yield source.hit(one, "SELECT * reads every column")
        elif _NAMED.match(text):
            yield source.keeps(one)
