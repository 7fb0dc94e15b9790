"""Several inserts as one data-modifying CTE, so that PostgreSQL commits them in one round trip."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import CTE, Dialect, bindparam, exists, select
from sqlalchemy.sql.dml import Insert

from backstay.data.driver import Write
from backstay.data.prepared import Prepared

_combined: dict[tuple[Insert, ...], tuple[Insert, Prepared]] = {}


def combine(writes: Sequence[Write], dialect: Dialect) -> Write | None:
    """One write for all, or None when one is no insert; each insert waits for the first one.

    Where the first changes no row (an idempotency key that is known), none of the others does.
    """
    inserts = [write.statement for write in writes if isinstance(write.statement, Insert)]
    if len(inserts) < len(writes):
        return None
    key = tuple(inserts)
    found = _combined.get(key)
    if found is None:
        statement = _chain(inserts)
        found = _combined[key] = statement, Prepared(statement, dialect)
    values = {
        f"w{place}_{name}": value
        for place, write in enumerate(writes)
        for name, value in write.values.items()
    }
    return Write(found[0], found[1], values, writes[0].missed)


def _chain(inserts: list[Insert]) -> Insert:
    """WITH w0 AS (first), w1 AS (...) last: its row count tells whether the first took effect."""
    head = inserts[0]
    first = head.values(_binds(0, head)).returning(head.table.c[0]).cte("w0")
    others = [_after(first, place, insert) for place, insert in enumerate(inserts[1:], start=1)]
    middle = [insert.cte(f"w{place}") for place, insert in enumerate(others[:-1], start=1)]
    return others[-1].add_cte(first, *middle)


def _after(first: CTE, place: int, insert: Insert) -> Insert:
    binds = _binds(place, insert)
    rows = select(*binds.values()).where(exists(select(first.c[0])))
    return insert.table.insert().from_select(list(binds), rows)


def _binds(place: int, insert: Insert) -> dict[str, Any]:
    return {
        column.key: bindparam(f"w{place}_{column.key}", type_=column.type)
        for column in insert.table.columns
    }
