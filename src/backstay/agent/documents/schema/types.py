"""The types of columns, as a migration says them and as each database calls them."""

import re

_TYPES = {
    "sa.Uuid()": ("uuid", "uuid", "CHAR(32)"),
    "sa.BigInteger()": ("bigint", "bigint", "BIGINT"),
    "sa.Boolean()": ("boolean", "boolean", "BOOLEAN"),
    "UtcDateTime()": ("timestamptz", "timestamp with time zone", "TEXT"),
    "Day()": ("date", "date", "TEXT"),
    "Json()": ("jsonb", "jsonb", "TEXT"),
}
_SIZED = re.compile(r"(?P<kind>Text|Money)\((?P<size>[\d, ]+)\)")


def types_of(ddl: str) -> tuple[str, str]:
    """What PostgreSQL and SQLite call a type, given as the Python text of a migration."""
    sized = _SIZED.fullmatch(ddl)
    if sized and sized["kind"] == "Text":
        return f"varchar({sized['size']})", f"VARCHAR({sized['size']})"
    if sized:
        return f"numeric({sized['size']})", "INTEGER"
    _, postgresql, sqlite = _TYPES.get(ddl, ("", ddl, ddl))
    return postgresql, sqlite


def word_of(ddl: str) -> str:
    """A type in one word, for diagrams."""
    sized = _SIZED.fullmatch(ddl)
    if sized:
        return "text" if sized["kind"] == "Text" else "numeric"
    return _TYPES.get(ddl, ("other",))[0]
