"""SQL built from strings.

## Why
A value that is pasted into SQL is SQL. One quote in a name reads another table; the driver's
parameters cannot be talked into that.

## Flagged
```py repositories
from sqlalchemy import text

def find(db, name):
    return db.execute(text(f"SELECT id FROM users WHERE name = '{name}'"))  # DAT001

def remove(cursor, table, ident):
    query = "DELETE FROM " + table + " WHERE id = %s" % ident  # DAT001
    cursor.execute(query)
```

## Instead
```py repositories
from sqlalchemy import select, text

COLUMNS = "id, name"

def find(db, name):
    return db.execute(text("SELECT id FROM users WHERE name = :name"), {"name": name})

def listed(db, ids):
    marks = ", ".join("?" * len(ids))
    return db.execute(f"SELECT {COLUMNS} FROM users WHERE id IN ({marks})", ids)
```
"""

import ast
import re
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.source import Source
from backstay.prove.reading.text import put_in, said
from backstay.prove.rule import rule

_SQL = re.compile(
    r"^\s*(?:select\b.*\bfrom|insert\s+into|update\b.*\bset|delete\s+from|with\b.*\bas\s*\("
    r"|drop\s+(?:table|database|schema)|alter\s+table|create\s+table|truncate)\b",
    re.IGNORECASE | re.DOTALL,
)
_RUNS = frozenset(
    "execute executemany text raw fetch fetchrow fetchval fetch_all fetch_one".split()
)
_RUNS_TOO = frozenset("scalar scalars exec read_sql read_sql_query exec_driver_sql iterate".split())
_MARKS = re.compile(
    r"placeholder|holders|marks|params|columns|fields|_sql$|_ph$|clause|limit|offset", re.IGNORECASE
)

_AS_VALUE = re.compile(r"""['"%]\{\}|\{\}['"%]|(?:[=<>]|\blike)\s*\{\}""", re.IGNORECASE)
"""Where a value stands, whatever it is called."""
_PARTS = re.compile(
    r"table|col(?:umn)?(?:s|_|$)|schema|index|database|where|cond(?:ition)?s?(?:_|$)|filters?$|order|sort"
    r"|direction|(?:^|_)set(?:s|_|$)|assign|updates|select|join|suffix|prefix|type|default|_name$"
    r"|sql|query|statement|_param$",
    re.IGNORECASE,
)


@rule(
    "DAT001",
    rows=("R-055", "C-20"),
    severity=Severity.HIGH,
    minutes=20,
    hint="pass values as parameters; choose identifiers from a fixed set",
)
def sql_from_strings(source: Source) -> Iterator[Hit]:
    """SQL text with something put in, that is run in the same function.

    Where only names of tables and columns, or conditions made elsewhere, are put in, it informs:
    they cannot be parameters, and who chose them cannot be seen here.
    """
    if source.layer in ("tests", "tools", "migrations"):
        return
    run = set(_run(source))
    for kind in (ast.JoinedStr, ast.BinOp, ast.Call):
        for node in source.nodes(kind):
            if node in run and _SQL.match(said(node)) and any(map(_risky, put_in(node))):
                fixed = all(map(_identifies, filter(_risky, put_in(node))))
                fixed = fixed and not _AS_VALUE.search(said(node))
                taste = source.project.taste if fixed else None
                yield source.hit(node, "SQL is built from strings", severity=taste)


def _run(source: Source) -> Iterator[ast.AST]:
    """The expressions that are run as SQL: given to a call, or by way of a local name."""
    names: dict[tuple[ast.AST | None, str], list[ast.expr]] = {}
    for one in source.nodes(ast.Assign):
        if isinstance(one.targets[0], ast.Name):
            names.setdefault((source.function(one), one.targets[0].id), []).append(one.value)
    for call in source.calls:
        if source.last(call.func) not in _RUNS | _RUNS_TOO or not call.args:
            continue
        first = call.args[0]
        yield first
        if isinstance(first, ast.Name):
            yield from names.get((source.function(call), first.id), ())


def _risky(node: ast.expr) -> bool:
    """Not a constant by its name, nor placeholders that only count."""
    if isinstance(node, ast.Constant):
        return False
    if isinstance(node, ast.Name):
        return not (node.id.isupper() or _MARKS.search(node.id))
    if isinstance(node, ast.Attribute):
        if node.attr == "value" and isinstance(node.value, ast.Attribute):
            return not node.value.attr.isupper()  # a member of an enumeration
        return not (node.attr.isupper() or node.attr in ("__tablename__", "__name__"))
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        whole = node.func.id if isinstance(node.func, ast.Name) else ""
        return name not in ("join", "Identifier") and whole not in ("int", "len", "quote_ident")
    return True


def _identifies(node: ast.expr) -> bool:
    """Whether it is called as parts of a statement are: `self.table`, `TABLES[kind]`, `where`."""
    if isinstance(node, ast.Subscript):
        return _identifies(node.value)
    if isinstance(node, ast.Call):
        return _identifies(node.func)
    if isinstance(node, ast.Attribute):
        return bool(_PARTS.search(node.attr))
    return isinstance(node, ast.Name) and bool(node.id.isupper() or _PARTS.search(node.id))
