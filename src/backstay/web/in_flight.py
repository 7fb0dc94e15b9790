"""In flight: of requests with the same Idempotency-Key one runs at a time in a process."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from backstay.data.idempotency import Key
from backstay.errors import KeyInFlight


class InFlight:
    """Args: wait, for how many seconds the second request waits for the first; 0: not at all."""

    def __init__(self, wait: float) -> None:
        self._wait = wait
        self._open: dict[tuple[object, str], asyncio.Future[None]] = {}

    @asynccontextmanager
    async def alone(self, key: Key) -> AsyncIterator[bool]:
        """Run the block when no other request with the key does; gives whether one did before.

        Raises: KeyInFlight when the first one takes longer than the wait.
        """
        name = key.caller_id, key.key
        waited = name in self._open
        if waited:
            await self._turn(name)
        done = self._open[name] = asyncio.get_running_loop().create_future()
        try:
            yield waited
        finally:
            del self._open[name]
            done.set_result(None)

    async def _turn(self, name: tuple[object, str]) -> None:
        try:
            async with asyncio.timeout(self._wait):
                while (first := self._open.get(name)) is not None:
                    await asyncio.shield(first)
        except TimeoutError:
            raise KeyInFlight from None
