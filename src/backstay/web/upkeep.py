"""Upkeep: what a service does for itself beside answering requests."""

import asyncio
import logging

from backstay.data.database import Database
from backstay.data.sweeping import AT_ONCE, sweep
from backstay.errors import BackstayError

logger = logging.getLogger("backstay.web")
EVERY_SECONDS = 60.0


async def sweep_keys(database: Database) -> None:
    """Delete expired idempotency keys as long as the service runs."""
    while True:
        await asyncio.sleep(EVERY_SECONDS)
        try:
            while await sweep(database) == AT_ONCE:
                pass
        except BackstayError as error:
            logger.warning("idempotency keys were not swept: %s", error.code)
