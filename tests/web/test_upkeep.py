import asyncio
import logging
from typing import Any

import pytest

from backstay.data.sweeping import AT_ONCE
from backstay.errors import DatabaseUnavailable
from backstay.web import upkeep

NOWHERE: Any = None


@pytest.fixture
def rounds(monkeypatch):
    """What each sweep finds; the service stops when nothing is left to find."""
    monkeypatch.setattr(upkeep, "EVERY_SECONDS", 0)
    left: list[Any] = []

    async def sweep(database):
        if not left:
            raise asyncio.CancelledError
        found = left.pop(0)
        if isinstance(found, Exception):
            raise found
        return found

    monkeypatch.setattr(upkeep, "sweep", sweep)
    return left


async def test_it_goes_on_while_there_is_much_to_do(rounds):
    rounds += [AT_ONCE, AT_ONCE, 3, 0]
    with pytest.raises(asyncio.CancelledError):
        await upkeep.sweep_keys(NOWHERE)
    assert not rounds


async def test_a_database_that_is_away_is_no_end(rounds, caplog):
    rounds += [DatabaseUnavailable(), 0]
    with caplog.at_level(logging.WARNING), pytest.raises(asyncio.CancelledError):
        await upkeep.sweep_keys(NOWHERE)
    assert "idempotency keys were not swept: database_unavailable" in caplog.text
