"""Sessions: signing in opens one, refreshing rotates it, reuse or signing out ends it (R-095)."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, insert, select, update

from backstay.auth.refresh_tokens import RefreshToken, RefreshTokens
from backstay.auth.tables import SESSIONS
from backstay.data.driver import Write
from backstay.data.ids import uuid7
from backstay.data.unit_of_work import UnitOfWork
from backstay.errors import TokenInvalid, TokenReused

GRACE = timedelta(seconds=10)
"""Two tabs may refresh at once: within this time the token before gives the same successor."""

_OPEN = insert(SESSIONS).values({c.key: bindparam(c.key, type_=c.type) for c in SESSIONS.c})
_FIND = select(SESSIONS).where(SESSIONS.c.id == bindparam("id", type_=SESSIONS.c.id.type))
_THIS = SESSIONS.c.id == bindparam("session_id", type_=SESSIONS.c.id.type)
_CURRENT = SESSIONS.c.generation == bindparam("current", type_=SESSIONS.c.generation.type)
_ROTATE = (
    update(SESSIONS)
    .values(
        generation=SESSIONS.c.generation + 1,
        rotated_at=bindparam("now", type_=SESSIONS.c.rotated_at.type),
        expires_at=bindparam("until", type_=SESSIONS.c.expires_at.type),
    )
    .where(_THIS, _CURRENT, SESSIONS.c.revoked_at.is_(None))
)
_END = (
    update(SESSIONS)
    .values(revoked_at=bindparam("now", type_=SESSIONS.c.revoked_at.type))
    .where(_THIS)
)


class _RacedError(Exception):
    """Somebody rotated this session between our reading and our writing."""


@dataclass(frozen=True, slots=True)
class Rotated:
    """Whose session it is, and the refresh token that continues it."""

    session_id: UUID
    account_id: UUID
    refresh_token: str


class Sessions:
    """The sessions of all accounts; `days` is how long one lasts without being used."""

    def __init__(self, secret: str, *, days: int) -> None:
        self._tokens = RefreshTokens(secret)
        self._lasts = timedelta(days=days)

    def open(self, work: UnitOfWork, account_id: UUID) -> Rotated:
        """A new session, stored with the commit."""
        token = RefreshToken(uuid7(), 0)
        values = {
            "id": token.session_id,
            "account_id": account_id,
            "generation": 0,
            "created_at": work.now,
            "rotated_at": work.now,
            "expires_at": work.now + self._lasts,
            "revoked_at": None,
        }
        self._write(work, _OPEN, values, TokenInvalid())
        return Rotated(token.session_id, account_id, self._tokens.write(token))

    async def rotate(self, work: UnitOfWork, text: str) -> Rotated:
        """The successor of a refresh token.

        Raises: TokenInvalid for a forged, expired or ended one; TokenReused for one that was
        used before and is older than the grace: its session ends at once.
        """
        token = self._tokens.read(text)
        session = await self._find(work, token.session_id)
        if token.generation == session["generation"]:
            try:
                await self._advance(work, token)
            except _RacedError:
                session = await self._find(work, token.session_id)
        if token.generation < session["generation"]:
            await self._forgive(work, token, session)
        successor = self._tokens.write(token.successor())
        return Rotated(token.session_id, session["account_id"], successor)

    def end(self, work: UnitOfWork, session_id: UUID) -> None:
        """Nothing of this session is accepted any more, once committed."""
        values = {"session_id": session_id, "now": work.now}
        self._write(work, _END, values, TokenInvalid())

    async def _find(self, work: UnitOfWork, session_id: UUID) -> dict[str, Any]:
        prepared = work.database.prepared(_FIND, lambda: (_FIND, list(SESSIONS.c)))
        rows = await work.fetch(prepared, {"id": session_id})
        session = prepared.row(rows[0]) if rows else None
        if session is None or session["revoked_at"] or session["expires_at"] <= work.now:
            raise TokenInvalid
        return session

    async def _advance(self, work: UnitOfWork, token: RefreshToken) -> None:
        values = {
            "session_id": token.session_id,
            "current": token.generation,
            "now": work.now,
            "until": work.now + self._lasts,
        }
        await work.begin()
        self._write(work, _ROTATE, values, _RacedError())
        await work.flush()

    async def _forgive(
        self, work: UnitOfWork, token: RefreshToken, session: dict[str, Any]
    ) -> None:
        """Let the token just before pass within the grace; anything older ends the session."""
        before = token.generation == session["generation"] - 1
        if before and work.now - session["rotated_at"] <= GRACE:
            return
        await work.rollback()
        apart = UnitOfWork(work.database)
        self.end(apart, token.session_id)
        await apart.commit()
        raise TokenReused

    def _write(
        self, work: UnitOfWork, statement: Any, values: dict[str, Any], missed: Exception
    ) -> None:
        prepared = work.database.prepared(statement, lambda: (statement, ()))
        work.write(Write(statement, prepared, values, missed))
