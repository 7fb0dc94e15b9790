"""Idempotency keys: key, effect and answer are stored in one atomic step (R-090, C-66)."""

from dataclasses import dataclass
from hashlib import blake2b
from uuid import UUID

from sqlalchemy import Column, Index, LargeBinary, String, Table, Uuid, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from backstay.data.driver import Write
from backstay.data.entity import Entity
from backstay.data.types import UtcDateTime
from backstay.data.unit_of_work import UnitOfWork

KEYS = Table(
    "backstay_idempotency_keys",
    Entity.metadata,
    Column("caller_id", Uuid, primary_key=True),
    Column("key", String(512), primary_key=True),
    Column("fingerprint", LargeBinary, nullable=False),
    Column("reply", LargeBinary, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Index("ix_backstay_idempotency_keys_created_at", "created_at"),
)
_KEEP = {
    "postgresql": postgresql.insert(KEYS).on_conflict_do_nothing(),
    "sqlite": sqlite.insert(KEYS).on_conflict_do_nothing(),
}
_FIND = select(KEYS.c.fingerprint, KEYS.c.reply).where(
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

    @classmethod
    def of(cls, caller_id: UUID, key: str, *request: bytes) -> "Key":
        """The key of a request; `request` is what must be the same when the key comes again."""
        digest = blake2b(b"\0".join(request), digest_size=16).digest()
        return cls(caller_id, key, digest)

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
        }
        work.write_first(Write(statement, prepared, values, KeyUsed()))

    async def stored(self, work: UnitOfWork) -> bytes | None:
        """The first answer; None when the key is new; KeyReused when it meant another request."""
        prepared = work.database.prepared(_FIND, lambda: (_FIND, list(_FIND.selected_columns)))
        rows = await work.fetch(prepared, {"caller_id": self.caller_id, "key": self.key})
        if not rows:
            return None
        found = prepared.row(rows[0])
        if found["fingerprint"] != self.fingerprint:
            raise KeyReused
        reply: bytes = found["reply"]
        return reply
