"""Tables: what a database's tables are made of, as lines that can be compared."""

import re
from collections.abc import Iterator

from backstay.prove.subject.database import Database

VERSIONS = "alembic_version"
_SPACE = re.compile(r"\s+")
_POSTGRES = """
SELECT table_name, 'column ' || column_name || ' ' || data_type || coalesce('(' ||
  character_maximum_length || ')', '') || ' nullable ' || is_nullable || ' default ' ||
  coalesce(column_default, 'none')
FROM information_schema.columns WHERE table_schema = 'public'
UNION ALL SELECT conrelid::regclass::text, conname || ' ' || pg_get_constraintdef(oid)
FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 0
UNION ALL SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public'
"""


async def tables_of(database: Database) -> dict[str, frozenset[str]]:
    """Columns, constraints and indexes by table, without Alembic's own."""
    lines: dict[str, set[str]] = {}
    if database.kind == "sqlite":
        rows = await database.fetch("SELECT tbl_name, type, sql FROM sqlite_master WHERE sql <> ''")
        for table, kind, sql in rows:
            parts = _parts(str(sql)) if kind == "table" else (_plain(str(sql)),)
            if not str(table).startswith("sqlite_"):
                lines.setdefault(str(table), set()).update(parts)
    else:
        for table, line in await database.fetch(_POSTGRES):
            lines.setdefault(str(table).strip('"'), set()).add(str(line))
    return {table: frozenset(found) for table, found in lines.items() if table != VERSIONS}


def _parts(sql: str) -> Iterator[str]:
    """What stands between the outer parentheses of a CREATE TABLE, one part after another."""
    inner = sql[sql.index("(") + 1 : sql.rindex(")")]
    depth, quoted, part = 0, False, ""
    for sign in inner:
        quoted ^= sign == "'"
        depth += 0 if quoted else {"(": 1, ")": -1}.get(sign, 0)
        if sign == "," and not depth and not quoted:
            yield _plain(part)
            part = ""
        else:
            part += sign
    yield _plain(part)


def _plain(sql: str) -> str:
    return _SPACE.sub(" ", sql.replace('"', "")).strip()
