"""The sign-in of the desk, over either database."""

from datetime import UTC, datetime
from time import time
from typing import Any

import pytest

from backstay.auth import Accounts, Sessions, Tokens
from backstay.clock import FrozenClock
from backstay.data import Caller, UnitOfWork
from backstay.data.database import Database
from tests.desk.models import Account
from tests.desk.people import account

SECRET = "only-for-tests-0123456789abcdefghijklmnop"


@pytest.fixture
def clock(database: Database) -> FrozenClock:
    """The database's clock, which stands still until a test moves it."""
    frozen = FrozenClock(datetime.now(UTC))
    database.clock = frozen
    return frozen


@pytest.fixture
def sessions() -> Sessions:
    return Sessions(SECRET, days=30)


@pytest.fixture
def tokens(database: Database) -> Tokens:
    made = Tokens(SECRET, "desk", Accounts(database, Account), minutes=30, memory=30.0)
    database.watch(Account, made.forget)
    return made


@pytest.fixture
async def ann(database: Database) -> Caller:
    return await account(database)


@pytest.fixture
async def claims(database: Database, sessions: Sessions, ann: Caller) -> dict[str, Any]:
    """Good claims of an open session."""
    work = UnitOfWork(database)
    session = sessions.open(work, ann.user_id)
    await work.commit()
    now = int(time())
    ids = {"sub": str(ann.user_id), "sid": str(session.session_id), "jti": "x"}
    return {"iss": "desk", "iat": now, "exp": now + 1800, **ids}
