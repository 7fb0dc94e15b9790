"""A driver with a pool of few links, for which requests soon have to wait."""

from collections.abc import AsyncIterator

import pytest

from backstay.data.postgres.driver import Postgres


@pytest.fixture
async def driver(postgres_url: str) -> AsyncIterator[Postgres]:
    driver = Postgres(postgres_url, size=2, overflow=1, wait=0.2, timeout=5.0)
    await driver.open()
    yield driver
    await driver.close()
