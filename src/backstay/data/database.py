"""Database: one per process; a driver with its compiled statements, the clock and the cursors."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.sql import ClauseElement, ColumnElement

from backstay.clock import Clock, SystemClock
from backstay.data.cursors import Cursors
from backstay.data.driver import Driver
from backstay.data.entity import Entity
from backstay.data.prepared import Prepared

MOST_STATEMENTS = 1000

Watch = Callable[[UUID], None]
Build = Callable[[], tuple[ClauseElement, Sequence[ColumnElement[Any]]]]


class Database:
    """What repositories stand on. Open it before the first unit of work, close it at the end."""

    def __init__(self, driver: Driver, *, secret: str, clock: Clock | None = None) -> None:
        self.driver = driver
        self.clock = clock or SystemClock()
        self.cursors = Cursors(secret)
        self._statements: dict[Hashable, Prepared] = {}
        self._watchers: dict[type[Entity], list[Watch]] = {}

    def watch(self, model: type[Entity], call: Watch) -> None:
        """Have `call` told the id of each row that is new, changed or gone, once committed."""
        self._watchers.setdefault(model, []).append(call)

    def watchers(self, model: type[Entity]) -> list[Watch]:
        """Who wants to know about the rows of a model."""
        return self._watchers.get(model, [])

    async def open(self) -> None:
        """Connect; DatabaseUnavailable when nobody answers."""
        await self.driver.open()

    async def close(self) -> None:
        """Let go of every connection."""
        await self.driver.close()

    def prepared(self, key: Hashable, build: Build) -> Prepared:
        """The statement behind a key, compiled at first use; the oldest go when there are many."""
        found = self._statements.get(key)
        if found is None:
            if len(self._statements) >= MOST_STATEMENTS:
                del self._statements[next(iter(self._statements))]
            statement, columns = build()
            found = Prepared(statement, self.driver.dialect, columns)
            self._statements[key] = found
        return found


def connect(url: str, *, pool_size: int, overflow: int, wait: float, timeout: float) -> Driver:
    """The driver behind a URL; `wait` and `timeout` in seconds. Nothing is opened yet."""
    if url.startswith("sqlite"):
        from backstay.data.sqlite.driver import Sqlite  # noqa: PLC0415 one driver is enough

        return Sqlite(url.partition(":///")[2], timeout=timeout)
    from backstay.data.postgres.driver import Postgres  # noqa: PLC0415 as above

    return Postgres(url, size=pool_size, overflow=overflow, wait=wait, timeout=timeout)
