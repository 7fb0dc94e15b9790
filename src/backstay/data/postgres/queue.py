"""Queue: who waits for a link, served in order, and how long one more would have to wait."""

import asyncio
from collections import deque

from backstay.data.postgres.link import Link


class Queue:
    """The requests for which there was no link."""

    def __init__(self) -> None:
        self._waiting: deque[asyncio.Future[Link]] = deque()
        self._back = 0
        self._seen = 0
        self._asked = 0.0
        self._moved = 0.0

    def __len__(self) -> int:
        return len(self._waiting)

    def join(self) -> asyncio.Future[Link]:
        """A place at the end: the link, once it comes. Whoever gives up cancels it."""
        loop = asyncio.get_running_loop()
        if not self._waiting:
            self._moved = loop.time()
        waiter: asyncio.Future[Link] = loop.create_future()
        self._waiting.append(waiter)
        return waiter

    def serve(self, link: Link) -> bool:
        """Hand a link that came back to whoever waits longest; gives whether anybody did."""
        self._back += 1
        while self._waiting:
            waiter = self._waiting.popleft()
            if not waiter.done():
                waiter.set_result(link)
                return True
        return False

    def seconds(self) -> float:
        """How long one more would wait, at the pace at which links came back since the last asking.

        Where none came back since then, how long that has been so; 0 where nobody waits.
        """
        now = asyncio.get_running_loop().time()
        while self._waiting and self._waiting[0].done():
            self._waiting.popleft()
        back, self._seen = self._back - self._seen, self._back
        passed, self._asked = now - self._asked, now
        if back:
            self._moved = now
        if not self._waiting:
            return 0.0
        return len(self._waiting) * passed / back if back else now - self._moved
