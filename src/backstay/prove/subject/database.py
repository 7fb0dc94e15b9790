"""Database: one that the prover made, may look into, and takes away again."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any

from backstay.blueprint.contract import Blueprint, Resource


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a query's plan.

    `kind` is `scan` (every row of the table), `walk` (every entry of an index), `search` (some of
    an index), `sort` (of everything that the steps below it found), or `other`. `counting` is set
    below a step that only counts rows. `found` is how many rows the planner expects of it, `width`
    how many bytes each takes; 0 where a database does not say.
    """

    kind: str
    table: str
    text: str
    counting: bool = False
    found: int = 0
    width: int = 0


class RefusedError(Exception):
    """The database itself refused a statement; the message is the database's."""


class Database(ABC):
    """A database of the prover's own: `url` as the project is told it."""

    url: str
    kind: str

    @abstractmethod
    async def fetch(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of a query."""

    @abstractmethod
    async def execute(self, sql: str) -> int:
        """Run one statement and commit; gives how many rows it met. Raises: RefusedError."""

    @abstractmethod
    async def insert(
        self, blueprint: Blueprint, resource: Resource, rows: Sequence[Mapping[str, Any]]
    ) -> None:
        """Store rows past the service; keys are columns, values as Python has them.

        Raises: RefusedError, and then none of them is stored.
        """

    @abstractmethod
    async def row(self, resource: Resource, row_id: str) -> dict[str, Any] | None:
        """Every column of one row as the database has it; None when there is none."""

    @abstractmethod
    async def change(self, resource: Resource, row_id: str, values: Mapping[str, Any]) -> None:
        """Update one row past the service; keys are columns, values as Python has them.

        Raises: RefusedError.
        """

    async def remove(self, resource: Resource, row_id: str) -> None:
        """Delete one row past the service. Raises: RefusedError."""
        await self.execute(f"DELETE FROM {quoted(resource.plural)} WHERE id = {self.key(row_id)}")  # noqa: S608 names of the contract

    @abstractmethod
    def key(self, row_id: str) -> str:
        """An id as it stands in SQL."""

    @abstractmethod
    async def drop_checks(self) -> None:
        """Take every CHECK away; before a subject is started on it."""

    @abstractmethod
    async def explain(self, sql: str) -> str:
        """The plan of a query, as text."""

    @abstractmethod
    async def plan(
        self, sql: str, values: Sequence[Any] = (), *, by_index: bool = False
    ) -> list[Step]:
        """The steps by which a query would be run, with its values.

        `by_index` where a table is to be read whole only if there is no other way.
        """

    @abstractmethod
    async def indexed(self, table: str) -> set[str]:
        """The columns that an index begins with, in which every row that is not deleted stands."""

    @abstractmethod
    def held(self, resource: Resource) -> AbstractAsyncContextManager[None]:
        """Keep everybody else from writing the resource's table, as a long transaction does."""

    @abstractmethod
    async def close(self) -> None:
        """Take the database away."""


def literal(value: str) -> str:
    """A text as it stands in SQL."""
    return "'" + value.replace("'", "''") + "'"


def quoted(name: str) -> str:
    """A table's or column's name as it stands in SQL, keyword or not."""
    return f'"{name}"'
