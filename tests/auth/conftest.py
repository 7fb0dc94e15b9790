"""The sign-in of the desk, over either database."""

from datetime import UTC, datetime

import pytest

from backstay.auth import Accounts, Sessions, Tokens
from backstay.clock import FrozenClock
from backstay.data.database import Database
from tests.desk.models import Account

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
