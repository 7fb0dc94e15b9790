"""A PostgreSQL that is not there is said when the driver opens."""

import pytest

from backstay.data.postgres.driver import Postgres
from backstay.errors import DatabaseUnavailable


async def test_a_server_that_is_not_there_is_said_at_start():
    url = "postgresql://postgres@127.0.0.1:1/none"
    driver = Postgres(url, size=1, overflow=0, wait=0.1, timeout=1.0)
    with pytest.raises(DatabaseUnavailable):
        await driver.open()


async def test_a_database_that_is_not_there_is_said_at_start(postgres_url: str):
    driver = Postgres(f"{postgres_url}_none", size=1, overflow=0, wait=0.1, timeout=1.0)
    with pytest.raises(DatabaseUnavailable) as caught:
        await driver.open()
    assert "does not exist" in str(caught.value.__cause__)
