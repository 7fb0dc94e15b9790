"""What travels to the writer thread, and how its outcome comes back to the loop."""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

from backstay.data.driver import Write
from backstay.data.sqlite.connection import named

Job = Callable[[sqlite3.Connection], Any]


class Unit:
    """One piece of work for the writer thread, and the future that hears of its commit.

    One that is `alone` opens and ends its own transaction; the others are committed in groups.
    """

    __slots__ = ("alone", "done", "job", "loop")

    def __init__(self, job: Job, *, alone: bool = False) -> None:
        self.job = job
        self.alone = alone
        self.loop = asyncio.get_running_loop()
        self.done: asyncio.Future[Any] = self.loop.create_future()


def write_all(connection: sqlite3.Connection, writes: Sequence[Write]) -> None:
    """Run the writes in order; the first that fails or misses its row is raised."""
    for write in writes:
        try:
            arguments = write.prepared.arguments(write.values)
            changed = connection.execute(write.prepared.sql, arguments).rowcount
        except sqlite3.Error as error:
            raise named(error, write) from error
        if changed != 1:
            raise write.missed


def attempt(connection: sqlite3.Connection, job: Job) -> Any:
    """The result of a job, or the exception that it raised, in the domain's words."""
    try:
        return job(connection)
    except sqlite3.Error as error:
        return named(error)
    except Exception as error:  # noqa: BLE001 the future carries it to its owner
        return error


def tell(loop: asyncio.AbstractEventLoop, futures: list[Any], outcomes: list[Any]) -> None:
    """From the writer thread: settle futures on their loop; a closed loop needs nothing."""
    try:
        loop.call_soon_threadsafe(_settle, futures, outcomes)
    except RuntimeError:
        return


async def settled(future: "asyncio.Future[Any]") -> Any:
    """What came of a job; its exception is raised here, by a plain statement.

    What a future throws into a coroutine passes Python 3.11's tracing by: coverage and debuggers
    lose their place.
    """
    outcome = await future
    if isinstance(outcome, Exception):
        raise outcome
    return outcome


def _settle(futures: list[Any], outcomes: list[Any]) -> None:
    for future, outcome in zip(futures, outcomes, strict=True):
        if not future.done():
            future.set_result(outcome)
