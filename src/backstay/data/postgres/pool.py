"""Pool: a last-in-first-out pool of links that never loses one to a cancelled request."""

import asyncio
import logging

import asyncpg

from backstay.data.postgres.link import Link
from backstay.data.postgres.queue import Queue
from backstay.data.postgres.refusals import LOST
from backstay.errors import DatabaseUnavailable, PoolExhausted

logger = logging.getLogger("backstay.data")

CONNECT_SECONDS = 5.0


class Pool:
    """At most `size` and `overflow` links together, opened as they are needed (R-145).

    A link of unknown state is dropped, never reused. No session state is reset when a link
    comes back, for nothing here ever leaves any (no SET, LISTEN, advisory lock, temporary table).
    """

    def __init__(self, url: str, *, size: int, overflow: int, wait: float, timeout: float) -> None:
        self.most = size + overflow
        self.links: set[Link] = set()
        self.free: list[Link] = []
        self._url = url.replace("postgresql+asyncpg", "postgresql")
        self._wait = wait
        milliseconds = str(round(timeout * 1000))
        self._session = {
            "application_name": "backstay",
            "timezone": "UTC",
            "jit": "off",
            "statement_timeout": milliseconds,
            "idle_in_transaction_session_timeout": milliseconds,
        }
        self._opening = 0
        self.queue = Queue()
        self._tasks: set[asyncio.Task[None]] = set()
        self._closed = False

    async def open(self) -> None:
        """Open the first link now, so that a wrong URL is told at start; the rest as needed."""
        self._closed = False
        self.give_back(await self._connect())

    async def close(self) -> None:
        """Close every link and stop replacing them."""
        self._closed = True
        for task in self._tasks:
            task.cancel()
        for link in self.links:
            link.driver.terminate()
        self.links.clear()
        self.free.clear()

    async def take(self) -> Link:
        """A free link, a new one, or the next that comes back within `wait` seconds."""
        if self.free:
            return self.free.pop()
        if len(self.links) + self._opening < self.most:
            return await self._connect()
        waiter = self.queue.join()
        try:
            async with asyncio.timeout(self._wait):
                return await waiter
        except (TimeoutError, asyncio.CancelledError) as error:
            # given up at the very moment of the hand-over: the link is ours, and would be lost
            if waiter.done() and not waiter.cancelled():
                self.give_back(waiter.result())
            if isinstance(error, TimeoutError):
                raise PoolExhausted from None
            raise

    def give_back(self, link: Link) -> None:
        """Hand a link in known, idle state to whoever waits longest."""
        if self._closed:
            link.driver.terminate()
            return
        if not self.queue.serve(link):
            self.free.append(link)

    def drop(self, link: Link) -> None:
        """Close a link of unknown state; where somebody waits, a new one takes its place."""
        link.driver.terminate()
        self.links.discard(link)
        if self.queue and not self._closed:
            task = asyncio.get_running_loop().create_task(self._replace())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _replace(self) -> None:
        try:
            self.give_back(await self._connect())
        except DatabaseUnavailable:
            logger.warning("a database connection could not be replaced; the next request tries")

    async def _connect(self) -> Link:
        self._opening += 1
        try:
            driver = await asyncpg.connect(
                self._url, timeout=CONNECT_SECONDS, server_settings=self._session
            )
        except ValueError:
            # its message may hold a piece of the password
            why = "DATABASE_URL cannot be read; write special characters in it as %XX."
            raise DatabaseUnavailable(why) from None
        except (*LOST, TimeoutError, asyncpg.PostgresError) as error:
            logger.warning("cannot connect to PostgreSQL: %s", error)
            raise DatabaseUnavailable from error
        finally:
            self._opening -= 1
        link = Link(driver)
        driver.add_termination_listener(lambda _: self._forget(link))
        self.links.add(link)
        return link

    def _forget(self, link: Link) -> None:
        """A link that the server closed is not lent again."""
        self.links.discard(link)
        if link in self.free:
            self.free.remove(link)
