"""Sweeping: idempotency keys that have expired are deleted, a few at a time."""

from sqlalchemy import bindparam, delete, select

from backstay.data.database import Database
from backstay.data.driver import Write
from backstay.data.idempotency import KEYS
from backstay.data.unit_of_work import UnitOfWork

AT_ONCE = 200
_NOW = bindparam("now", type_=KEYS.c.expires_at.type)
_EXPIRED = select(KEYS.c.caller_id, KEYS.c.key).where(KEYS.c.expires_at <= _NOW).limit(AT_ONCE)
_DELETE = delete(KEYS).where(
    KEYS.c.caller_id == bindparam("caller_id", type_=KEYS.c.caller_id.type),
    KEYS.c.key == bindparam("key", type_=KEYS.c.key.type),
    KEYS.c.expires_at <= _NOW,
)


class Taken(Exception):
    """Another worker has swept the same key, or it was used again: the next round sees."""


async def sweep(database: Database) -> int:
    """Delete the keys that have expired, at most AT_ONCE of them; gives how many."""
    work = UnitOfWork(database)
    find = database.prepared(_EXPIRED, lambda: (_EXPIRED, list(_EXPIRED.selected_columns)))
    remove = database.prepared(_DELETE, lambda: (_DELETE, ()))
    rows = [find.row(row) for row in await work.fetch(find, {"now": work.now})]
    for row in rows:
        values = {"caller_id": row["caller_id"], "key": row["key"], "now": work.now}
        work.write(Write(_DELETE, remove, values, Taken()))
    try:
        await work.commit()
    except Taken:
        return 0
    return len(rows)
