"""In flight: of requests with the same Idempotency-Key one runs at a time in a process."""

import asyncio

from backstay.data.idempotency import Key
from backstay.errors import KeyInFlight

Name = tuple[int, str]


class InFlight:
    """Args: wait, for how many seconds the second request waits for the first; 0: not at all.

    Attributes:
        running: the keys of running requests, with what their followers wait for.
    """

    def __init__(self, wait: float) -> None:
        self._wait = wait
        self.running: dict[Name, asyncio.Future[None] | None] = {}

    def alone(self, key: Key) -> "Turn":
        """A block that runs when no other request with the key does."""
        return Turn(self, (key.caller_id.int, key.key))

    async def turn(self, name: Name) -> None:
        """Wait until no request with the key runs. Raises: KeyInFlight when that takes too long."""
        try:
            async with asyncio.timeout(self._wait):
                while name in self.running:
                    first = self.running[name]
                    if first is None:
                        first = self.running[name] = asyncio.get_running_loop().create_future()
                    await asyncio.shield(first)
        except TimeoutError:
            raise KeyInFlight from None


class Turn:
    """`async with` it; gives whether another request with the key ran before.

    Raises: KeyInFlight when the first one takes longer than the wait.
    """

    __slots__ = ("_in_flight", "_name")

    def __init__(self, in_flight: InFlight, name: Name) -> None:
        self._in_flight = in_flight
        self._name = name

    async def __aenter__(self) -> bool:
        waited = self._name in self._in_flight.running
        if waited:
            await self._in_flight.turn(self._name)
        self._in_flight.running[self._name] = None
        return waited

    async def __aexit__(self, *_: object) -> None:
        done = self._in_flight.running.pop(self._name)
        if done is not None:
            done.set_result(None)
