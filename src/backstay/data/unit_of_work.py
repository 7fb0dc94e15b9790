"""One request or job, one unit of work: reads go straight through, writes wait for the commit."""

from collections.abc import Callable
from datetime import datetime
from time import perf_counter
from typing import Any

from backstay.data.database import Database
from backstay.data.driver import Rows, Transaction, Write
from backstay.data.prepared import Prepared


class UnitOfWork:
    """Commits everything or nothing (R-012, R-057).

    Attributes:
        now: the time of this unit, the same for everything that it makes.
        queries: how many round trips to the database it took.
        seconds: how long it waited for them.
    """

    __slots__ = ("_after", "_transaction", "_writes", "database", "now", "queries", "seconds")

    def __init__(self, database: Database) -> None:
        self.database = database
        self.now: datetime = database.clock.now()
        self.queries = 0
        self.seconds = 0.0
        self._writes: list[Write] = []
        self._transaction: Transaction | None = None
        self._after: list[Callable[[], None]] = []

    async def fetch(self, prepared: Prepared, values: dict[str, Any]) -> Rows:
        """Rows as they are now, and with the writes of this unit where there are some."""
        if self._writes and self._transaction is None:
            await self.begin()
        source = self._transaction or self.database.driver
        if self._writes:
            await self.flush()
        started = perf_counter()
        try:
            return await source.fetch(prepared, prepared.arguments(values))
        finally:
            self._count(started)

    def write(self, write: Write) -> None:
        """Queue one write for the commit."""
        self._writes.append(write)

    def write_first(self, write: Write) -> None:
        """Queue one write before all others, so that its row lock decides races."""
        self._writes.insert(0, write)

    def after_commit(self, call: Callable[[], None]) -> None:
        """Have something done once everything is durable; a rollback forgets it."""
        self._after.append(call)

    async def begin(self) -> None:
        """Open the transaction now: for rules that read what they then rely on."""
        if self._transaction is None:
            started = perf_counter()
            self._transaction = await self.database.driver.begin()
            self._count(started)

    async def commit(self) -> None:
        """Make everything durable, or raise and keep nothing."""
        transaction = self._transaction
        if transaction is None and not self._writes:
            return
        started = perf_counter()
        try:
            if transaction is None:
                await self.database.driver.commit(self._writes)
            else:
                await self.flush()
                self._transaction = None
                await transaction.commit()
        except BaseException:
            await self.rollback()
            raise
        finally:
            self._count(started)
        self._writes.clear()
        calls, self._after = self._after, []
        for call in calls:
            call()

    async def rollback(self) -> None:
        """Keep nothing."""
        self._writes.clear()
        self._after.clear()
        transaction, self._transaction = self._transaction, None
        if transaction is not None:
            await transaction.rollback()

    async def flush(self) -> None:
        """Run the queued writes now, inside the transaction that `begin` opened."""
        transaction = self._transaction
        assert transaction is not None, "begin first"
        while self._writes:
            await transaction.write(self._writes.pop(0))

    def _count(self, started: float) -> None:
        self.queries += 1
        self.seconds += perf_counter() - started
