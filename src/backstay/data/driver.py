"""What the unit of work needs from a database; PostgreSQL and SQLite answer in their own ways."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import Dialect
from sqlalchemy.sql.dml import Delete, Insert, Update

from backstay.data.prepared import Prepared

Rows = Sequence[Sequence[Any]]


@dataclass(slots=True)
class Write:
    """One statement that must change exactly one row, or else `missed` is raised, nothing kept."""

    statement: Insert | Update | Delete
    prepared: Prepared
    values: dict[str, Any]
    missed: Exception | type[Exception]


class Transaction(Protocol):
    """An open transaction that spans several awaits."""

    async def fetch(self, prepared: Prepared, arguments: list[Any]) -> Rows:
        """Rows as this transaction sees them."""

    async def write(self, write: Write) -> None:
        """Run one write now."""

    async def commit(self) -> None:
        """Keep everything, or raise and keep nothing."""

    async def rollback(self) -> None:
        """Keep nothing."""


class Driver(Protocol):
    """A bounded pool of connections. Every error that leaves it is a BackstayError (R-129)."""

    dialect: Dialect

    async def open(self) -> None:
        """Connect; DatabaseUnavailable when nobody answers."""

    async def close(self) -> None:
        """Let go of every connection."""

    async def fetch(self, prepared: Prepared, arguments: list[Any]) -> Rows:
        """Rows as they are now, outside any transaction."""

    async def commit(self, writes: Sequence[Write]) -> None:
        """Run the writes as one atomic step: one statement where possible, else one transaction."""

    async def begin(self) -> Transaction:
        """Open a transaction."""

    def usage(self) -> tuple[int, int]:
        """Connections in use, and the most that there may be."""

    def waited(self) -> float:
        """Seconds that a request would wait for a connection now; asked again and again."""
