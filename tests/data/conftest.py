"""A caller, whose rows the tests of data speak about."""

import pytest

from backstay.data import Caller
from backstay.data.database import Database
from tests.desk.people import account


@pytest.fixture
async def ann(database: Database) -> Caller:
    """An account, as the caller that it is."""
    return await account(database)
