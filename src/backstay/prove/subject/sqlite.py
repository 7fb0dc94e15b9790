"""SQLite: a file in a folder of the prover's own."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, closing, contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

from backstay.blueprint.contract import Blueprint, Resource
from backstay.prove.subject import sqlite_plan
from backstay.prove.subject.database import Database, RefusedError, Step, quoted
from backstay.prove.subject.holding import held_sqlite
from backstay.prove.subject.sqlite_schema import without_checks
from backstay.prove.subject.sqlite_values import stored

BUSY_SECONDS = 20.0


class SqliteDatabase(Database):
    """One file; every call opens it anew, so that nothing is held against the subject."""

    kind = "sqlite"

    def __init__(self, folder: Path) -> None:
        self.file = folder / "subject.sqlite"
        self.url = f"sqlite:///{self.file}"

    async def fetch(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        with closing(self._open()) as connection:
            return connection.execute(sql).fetchall()

    async def execute(self, sql: str) -> int:
        """Run one statement and commit. Raises: RefusedError."""
        with closing(self._open()) as connection, refusals():
            done = connection.execute(sql)
            connection.commit()
            return done.rowcount

    async def insert(
        self, blueprint: Blueprint, resource: Resource, rows: Sequence[Mapping[str, Any]]
    ) -> None:
        """Store rows as the runtime stores them: hex ids, fixed-width times, scaled decimals."""
        del blueprint
        if not rows:
            return
        names = list(rows[0])
        places = {field.wire: field.places or 0 for field in resource.fields}
        marks = ", ".join("?" * len(names))
        columns = ", ".join(quoted(name) for name in names)
        sql = f"INSERT INTO {quoted(resource.plural)} ({columns}) VALUES ({marks})"  # noqa: S608 names of the contract
        values = [[stored(row[name], places.get(name, 0)) for name in names] for row in rows]
        with closing(self._open()) as connection, refusals():
            connection.executemany(sql, values)
            connection.commit()

    async def row(self, resource: Resource, row_id: str) -> dict[str, Any] | None:
        """Every column of one row."""
        sql = f"SELECT * FROM {quoted(resource.plural)} WHERE id = {self.key(row_id)}"  # noqa: S608 names of the contract
        with closing(self._open()) as connection:
            found = connection.execute(sql)
            values = found.fetchone()
            names = [column[0] for column in found.description]
        return None if values is None else dict(zip(names, values, strict=True))

    async def change(self, resource: Resource, row_id: str, values: Mapping[str, Any]) -> None:
        """Update one row, its values stored as the runtime stores them."""
        places = {field.wire: field.places or 0 for field in resource.fields}
        sets = ", ".join(f"{quoted(name)} = ?" for name in values)
        sql = f"UPDATE {quoted(resource.plural)} SET {sets} WHERE id = {self.key(row_id)}"  # noqa: S608 names of the contract
        given = [stored(value, places.get(name, 0)) for name, value in values.items()]
        with closing(self._open()) as connection, refusals():
            connection.execute(sql, given)
            connection.commit()

    def key(self, row_id: str) -> str:
        """Ids are hex."""
        return f"'{UUID(row_id).hex}'"

    async def drop_checks(self) -> None:
        """Rewrite the schema's text without its CHECKs, which SQLite cannot drop."""
        with closing(self._open()) as connection:
            tables = connection.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql LIKE '%CHECK%'"
            ).fetchall()
            connection.execute("PRAGMA writable_schema=ON")
            for name, sql in tables:
                connection.execute(
                    "UPDATE sqlite_master SET sql = ? WHERE name = ?", (without_checks(sql), name)
                )
            version = connection.execute("PRAGMA schema_version").fetchone()[0]
            connection.execute(f"PRAGMA schema_version={version + 1}")
            connection.execute("PRAGMA writable_schema=OFF")
            connection.commit()

    async def explain(self, sql: str) -> str:
        """The plan of a query, one step a line."""
        rows = await self.fetch(f"EXPLAIN QUERY PLAN {sql}")
        return "\n".join(str(row[3]) for row in rows)

    async def plan(
        self, sql: str, values: Sequence[Any] = (), *, by_index: bool = False
    ) -> list[Step]:
        """The steps of a query, whose values stand in it; SQLite takes an index where it can."""
        del values, by_index
        return sqlite_plan.steps(await self.fetch(f"EXPLAIN QUERY PLAN {sql}"))

    async def indexed(self, table: str) -> set[str]:
        """The columns that an index of all living rows begins with."""
        with closing(self._open()) as connection:
            return sqlite_plan.indexed(connection, table)

    def held(self, resource: Resource) -> AbstractAsyncContextManager[None]:
        """Keep everybody else from writing."""
        del resource
        return held_sqlite(self._open())

    async def close(self) -> None:
        """Remove the file and what SQLite keeps beside it."""
        for path in self.file.parent.glob(f"{self.file.name}*"):
            path.unlink()

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.file, timeout=BUSY_SECONDS)
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA synchronous=OFF")
        return connection


@contextmanager
def refusals() -> Iterator[None]:
    """What SQLite refuses, as the prover calls it."""
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.OperationalError) as error:
        raise RefusedError(str(error)) from None
