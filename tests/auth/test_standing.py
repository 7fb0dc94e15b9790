"""A token is no better than the account and the session behind it at this moment."""

import sqlite3
from contextlib import closing
from typing import Any

import asyncpg
import pytest
from sqlalchemy.orm import Mapped

from backstay.auth import Accounts, Sessions, Tokens
from backstay.auth.accounts import _standing
from backstay.data import SYSTEM, Caller, Entity, SoftDelete, UnitOfWork
from backstay.data.database import Database
from backstay.errors import TokenInvalid
from tests.auth.conftest import SECRET
from tests.desk import repositories
from tests.desk.models import Account, Role


@pytest.fixture
async def header(database: Database, sessions: Sessions, tokens: Tokens, ann: Caller) -> bytes:
    """The Authorization header of a new session."""
    work = UnitOfWork(database)
    session = sessions.open(work, ann.user_id)
    await work.commit()
    issued = tokens.issue(ann.user_id, session.session_id, ann.role)
    return f"Bearer {issued.access_token}".encode()


async def change(database: Database, ann: Caller, **values: object) -> None:
    accounts = repositories.Accounts(UnitOfWork(database), SYSTEM)
    row = await accounts.find(ann.user_id)
    assert row is not None
    accounts.change(row, values)
    await accounts.work.commit()


async def elsewhere(url: str, sql: str) -> None:
    """As another process changes the database."""
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as raw, raw:
            raw.execute(sql)
    else:
        connection = await asyncpg.connect(url)
        await connection.execute(sql.replace("= 0", "= false"))
        await connection.close()


async def test_a_deactivated_account_is_refused_at_once(
    database: Database, tokens: Tokens, header: bytes, ann: Caller
):
    assert await tokens.verify(header)
    assert tokens.remembered(header)

    await change(database, ann, is_active=False)

    assert tokens.remembered(header) is None
    with pytest.raises(TokenInvalid):
        await tokens.verify(header)


async def test_a_new_role_holds_at_once(
    database: Database, tokens: Tokens, header: bytes, ann: Caller
):
    await tokens.verify(header)
    await change(database, ann, role=Role.ADMIN)
    assert tokens.remembered(header) is None
    assert (await tokens.verify(header)).role == "admin"


async def test_what_another_process_changes_is_seen_within_the_remembered_seconds(
    database: Database, database_url: str, tokens: Tokens, header: bytes, monkeypatch
):
    await tokens.verify(header)
    await elsewhere(database_url, "UPDATE desk_accounts SET is_active = 0")

    assert tokens.remembered(header) is not None
    later = tokens._memory._callers[header].until
    monkeypatch.setattr("backstay.auth.memory.time", lambda: later)
    assert tokens.remembered(header) is None
    with pytest.raises(TokenInvalid):
        await tokens.verify(header)


async def test_without_a_memory_another_process_is_seen_at_once(
    database: Database, database_url: str, header: bytes
):
    tokens = Tokens(SECRET, "desk", Accounts(database, Account), minutes=30, memory=0)
    await tokens.verify(header)
    await elsewhere(database_url, "UPDATE desk_accounts SET is_active = 0")
    assert tokens.remembered(header) is None
    with pytest.raises(TokenInvalid):
        await tokens.verify(header)


@pytest.mark.parametrize("column", ["revoked_at", "expires_at"])
async def test_a_session_that_is_over_is_refused(
    database: Database, database_url: str, tokens: Tokens, header: bytes, column: str
):
    past = "'2020-01-01 00:00:00.000000+00:00'"
    await elsewhere(database_url, f"UPDATE backstay_sessions SET {column} = {past}")
    with pytest.raises(TokenInvalid):
        await tokens.verify(header)


async def test_what_was_read_before_a_change_is_not_kept_after_it(
    database: Database, tokens: Tokens, header: bytes, ann: Caller, monkeypatch
):
    role_of = Accounts.role_of

    async def slowly(self: Accounts, *ids: Any) -> str | None:
        role = await role_of(self, *ids)
        tokens.forget(ann.user_id)
        return role

    monkeypatch.setattr(Accounts, "role_of", slowly)
    assert await tokens.verify(header)
    assert tokens.remembered(header) is None


def test_a_softly_deleted_account_has_no_standing():
    class Former(Entity, SoftDelete):
        __tablename__ = "former_accounts"
        role: Mapped[int]
        is_active: Mapped[bool]

    assert "former_accounts.deleted_at IS NULL" in str(_standing(Former))
    assert "deleted_at" not in str(_standing(Account))
