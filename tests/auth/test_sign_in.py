"""SignIn: tokens of a session, its end, and the one first admin."""

from types import SimpleNamespace
from typing import Any

import pytest

from backstay.auth import Passwords, Sessions, SignIn, Tokens
from backstay.data import Caller, UnitOfWork
from backstay.data.database import Database
from backstay.errors import TokenInvalid
from backstay.settings import ServiceSettings
from tests.desk.app import SETTINGS


def sign_in(sessions: Sessions, tokens: Tokens, **changes: Any) -> SignIn:
    given = SETTINGS | {"database_url": "sqlite:///x"} | changes
    return SignIn(Passwords(), sessions, tokens, ServiceSettings(**given))


async def test_signing_in_and_out(
    database: Database, sessions: Sessions, tokens: Tokens, ann: Caller
):
    door = sign_in(sessions, tokens)
    work = UnitOfWork(database)
    pair = door.open(work, SimpleNamespace(id=ann.user_id, role="member"))
    await work.commit()
    header = f"Bearer {pair.access_token}".encode()
    assert (pair.token_type, pair.expires_in) == ("Bearer", 1800)
    caller = await tokens.verify(header)
    assert caller.user_id == ann.user_id

    work = UnitOfWork(database)
    session = await sessions.rotate(work, pair.refresh_token)
    again = door.continued(session, SimpleNamespace(id=ann.user_id, role="member"))
    await work.commit()
    door.end(work, caller, header)
    assert tokens.remembered(header) == caller
    await work.commit()

    assert tokens.remembered(header) is None
    for token in (pair, again):
        with pytest.raises(TokenInvalid):
            await tokens.verify(f"Bearer {token.access_token}".encode())
        with pytest.raises(TokenInvalid):
            await sessions.rotate(UnitOfWork(database), token.refresh_token)


async def test_in_production_only_the_named_address_becomes_the_first_admin(
    database: Database, sessions: Sessions, tokens: Tokens, ann: Caller
):
    async def is_first(email: str, **changes: str) -> bool:
        newcomer = SimpleNamespace(id=ann.user_id, email=email)
        work = UnitOfWork(database)
        first = await sign_in(sessions, tokens, **changes).is_first_admin(work, newcomer)
        await work.rollback()
        return first

    live = {"environment": "production", "admin_email": "Chief@desk.test"}
    assert await is_first("ann@desk.test")
    assert not await is_first("ann@desk.test", **live)
    assert await is_first("chief@desk.test", **live)
    assert not await is_first("ann@desk.test", **live | {"admin_email": ""})
