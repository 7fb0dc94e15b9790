"""What SQLite says of a query, step by step, and of the indexes of a table."""

import re
import sqlite3
from collections.abc import Sequence
from typing import Any

from backstay.prove.subject.database import Step

LIVING = "deleted_at is null"
_ACCESS = re.compile(r"(?P<word>SCAN|SEARCH) (?P<table>\w+)(?P<how>.*)")
_COUNTING = "SCALAR SUBQUERY"
_SORT = "USE TEMP B-TREE FOR ORDER BY"


def steps(rows: Sequence[tuple[Any, ...]]) -> list[Step]:
    """The steps of `EXPLAIN QUERY PLAN`, whose rows are id, parent, a number and a text."""
    counting: set[int] = set()
    found = []
    for own, parent, _, text in rows:
        if parent in counting or str(text).startswith(_COUNTING):
            counting.add(own)
        found.append(_step(str(text), counting=own in counting))
    return found


def _step(text: str, *, counting: bool) -> Step:
    access = _ACCESS.match(text)
    if access is None:
        return Step("sort" if text == _SORT else "other", "", text, counting)
    kind = (
        "search" if access["word"] == "SEARCH" else "walk" if "INDEX" in access["how"] else "scan"
    )
    return Step(kind, access["table"], text, counting)


def indexed(connection: sqlite3.Connection, table: str) -> set[str]:
    """The columns that an index of all living rows begins with."""
    found = set()
    for _, name, *_ in connection.execute(f"PRAGMA index_list({table})").fetchall():
        written = connection.execute(
            "SELECT sql FROM sqlite_master WHERE name = ?", (name,)
        ).fetchone()
        _, _, condition = str(written[0] if written else "").lower().partition(" where ")
        first = connection.execute(f"PRAGMA index_info({name})").fetchone()
        if first and first[2] and condition.strip() in ("", LIVING):
            found.add(str(first[2]))
    return found
