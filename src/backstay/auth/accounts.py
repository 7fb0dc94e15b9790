"""Accounts: what the database says of one at this moment, and who becomes the first admin."""

from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from backstay.auth.tables import CLAIMS, SESSIONS
from backstay.data.database import Database
from backstay.data.driver import Write
from backstay.data.entity import Entity, SoftDelete
from backstay.data.unit_of_work import UnitOfWork

_CLAIM = {
    "postgresql": postgresql.insert(CLAIMS).on_conflict_do_nothing(),
    "sqlite": sqlite.insert(CLAIMS).on_conflict_do_nothing(),
}


class _TakenError(Exception):
    """Somebody else was first."""


class Accounts:
    """The accounts behind tokens.

    Args: database; model, the project's login resource, which has `role` and `is_active`.
    """

    def __init__(self, database: Database, model: type[Entity]) -> None:
        self._database = database
        self._standing = _standing(model)

    async def role_of(self, account_id: UUID, session_id: UUID) -> str | None:
        """The role of an active account with an open session; None otherwise."""
        work = UnitOfWork(self._database)
        prepared = self._database.prepared(
            self._standing, lambda: (self._standing, list(self._standing.selected_columns))
        )
        values = {"account_id": account_id, "session_id": session_id, "now": work.now}
        rows = await work.fetch(prepared, values)
        return str(rows[0][0]) if rows else None


async def claim(work: UnitOfWork, name: str, account_id: UUID) -> bool:
    """Whether the account is the first to claim a thing of which there is one.

    Holds when the unit of work commits; a rollback gives the claim back.
    """
    await work.begin()
    statement = _CLAIM[work.database.driver.dialect.name]
    prepared = work.database.prepared(CLAIMS, lambda: (statement, ()))
    values = {"name": name, "account_id": account_id, "created_at": work.now}
    work.write(Write(statement, prepared, values, _TakenError()))
    try:
        await work.flush()
    except _TakenError:
        return False
    return True


def _standing(model: Any) -> Select[Any]:
    session = SESSIONS.c
    found = (
        select(model.role)
        .join(SESSIONS, session.account_id == model.id)
        .where(
            model.id == bindparam("account_id", type_=session.account_id.type),
            session.id == bindparam("session_id", type_=session.id.type),
            session.revoked_at.is_(None),
            session.expires_at > bindparam("now", type_=session.expires_at.type),
            model.is_active.is_(True),
        )
    )
    return found.where(model.deleted_at.is_(None)) if issubclass(model, SoftDelete) else found
