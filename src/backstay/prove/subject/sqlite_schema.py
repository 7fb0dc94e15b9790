"""SQLite's schema as text: tables without their CHECKs, which SQLite cannot drop."""

import re

_CHECK = re.compile(r"(?:CONSTRAINT\s+\S+\s+)?CHECK\s*\(", re.IGNORECASE)


def without_checks(sql: str) -> str:
    """A CREATE TABLE without its CHECK constraints."""
    while found := _CHECK.search(sql):
        depth, end = 1, found.end()
        while depth:
            depth += {"(": 1, ")": -1}.get(sql[end], 0)
            end += 1
        before = sql[: found.start()].rstrip()
        sql = (before.removesuffix(",")) + sql[end:]
    return sql
