"""Idempotency keys: key, effect and answer are stored in one atomic step (R-090, C-66)."""

from dataclasses import dataclass
from datetime import timedelta
from hashlib import blake2b
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Index, LargeBinary, String, Table, Uuid, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from backstay.data.driver import Write
from backstay.data.entity import Entity
from backstay.data.types import UtcDateTime
from backstay.data.unit_of_work import UnitOfWork

DAY = timedelta(days=1)
KEYS = Table(
    "backstay_idempotency_keys",
    Entity.metadata,
    Column("caller_id", Uuid, primary_key=True),
    Column("key", String(512), primary_key=True),
    Column("fingerprint", LargeBinary, nullable=False),
    Column("reply", LargeBinary, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Index("ix_backstay_idempotency_keys_expires_at", "expires_at"),
)


def _keep(insert: Any) -> Any:
    """A new key takes the place of an expired one; a living one stays, and no row is changed."""
    own = [column.name for column in KEYS.columns if not column.primary_key]
    new = {name: insert.excluded[name] for name in own}
    return insert.on_conflict_do_update(
        index_elements=[KEYS.c.caller_id, KEYS.c.key],
        set_=new,
        where=KEYS.c.expires_at <= insert.excluded.created_at,
    )


_KEEP = {
    "postgresql": _keep(postgresql.insert(KEYS)),
    "sqlite": _keep(sqlite.insert(KEYS)),
}
_FIND = select(KEYS.c.fingerprint, KEYS.c.reply, KEYS.c.expires_at).where(
    KEYS.c.caller_id == bindparam("caller_id", type_=KEYS.c.caller_id.type),
    KEYS.c.key == bindparam("key", type_=KEYS.c.key.type),
)


class KeyUsed(Exception):
    """The key was used before: whatever this request did is undone."""


class KeyReused(Exception):
    """The key was used before, for another request."""


@dataclass(frozen=True, slots=True)
class Key:
    """One caller's key, with the fingerprint of what it stands for."""

    caller_id: UUID
    key: str
    fingerprint: bytes
    lasts: timedelta

    @classmethod
    def of(cls, caller_id: UUID, key: str, *request: bytes, lasts: timedelta = DAY) -> "Key":
        """The key of a request; `request` is what must be the same when the key comes again."""
        digest = blake2b(b"\0".join(request), digest_size=16).digest()
        return cls(caller_id, key, digest, lasts)

    def keep(self, work: UnitOfWork, reply: bytes) -> None:
        """Store key and answer with the effect; the key goes first: its row lock decides races."""
        statement = _KEEP[work.database.driver.dialect.name]
        prepared = work.database.prepared(KEYS, lambda: (statement, ()))
        values = {
            "caller_id": self.caller_id,
            "key": self.key,
            "fingerprint": self.fingerprint,
            "reply": reply,
            "created_at": work.now,
            "expires_at": work.now + self.lasts,
        }
        work.write_first(Write(statement, prepared, values, KeyUsed))

    async def stored(self, work: UnitOfWork) -> bytes | None:
        """The first answer; None when the key is new; KeyReused when it meant another request."""
        prepared = work.database.prepared(_FIND, lambda: (_FIND, list(_FIND.selected_columns)))
        rows = await work.fetch(prepared, {"caller_id": self.caller_id, "key": self.key})
        if not rows:
            return None
        found = prepared.row(rows[0])
        if found["expires_at"] <= work.now:
            return None
        if found["fingerprint"] != self.fingerprint:
            raise KeyReused
        reply: bytes = found["reply"]
        return reply
