"""PostgreSQL: a database made on a server that the caller names, and dropped again."""

import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, contextmanager
from typing import Any
from urllib.parse import urlsplit, urlunsplit
from uuid import UUID

import asyncpg

from backstay.blueprint.contract import Blueprint, Resource
from backstay.prove.subject import postgres_plan
from backstay.prove.subject.database import Database, RefusedError, Step, quoted
from backstay.prove.subject.holding import held_postgres


class PostgresDatabase(Database):
    """One database with a name of its own; `made` makes it."""

    kind = "postgresql"

    def __init__(self, server: str, name: str) -> None:
        parts = urlsplit(server.replace("+asyncpg", ""))
        self._server = urlunsplit(parts)
        self._name = name
        self.url = urlunsplit(parts._replace(path=f"/{name}"))
        self._connection: Any = None

    @classmethod
    async def made(cls, server: str) -> "PostgresDatabase":
        """A new, empty database on the server."""
        database = cls(server, f"backstay_proof_{secrets.token_hex(6)}")
        await database._on_server(f"CREATE DATABASE {database._name}")
        return database

    async def fetch(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        return [tuple(row) for row in await (await self._open()).fetch(sql)]

    async def execute(self, sql: str) -> int:
        """Run one statement and commit. Raises: RefusedError."""
        with refusals():
            done = await (await self._open()).execute(sql)
        last = done.rpartition(" ")[2]
        return int(last) if last.isdigit() else 0

    async def insert(
        self, blueprint: Blueprint, resource: Resource, rows: Sequence[Mapping[str, Any]]
    ) -> None:
        """Copy rows in."""
        del blueprint
        if not rows:
            return
        names = list(rows[0])
        records = [tuple(stored(row[name]) for name in names) for row in rows]
        connection = await self._open()
        with refusals():
            await connection.copy_records_to_table(resource.plural, records=records, columns=names)

    async def row(self, resource: Resource, row_id: str) -> dict[str, Any] | None:
        """Every column of one row."""
        sql = f"SELECT * FROM {quoted(resource.plural)} WHERE id = {self.key(row_id)}"  # noqa: S608 names of the contract
        found = await (await self._open()).fetchrow(sql)
        return None if found is None else dict(found)

    async def change(self, resource: Resource, row_id: str, values: Mapping[str, Any]) -> None:
        """Update one row."""
        sets = ", ".join(f"{quoted(name)} = ${place}" for place, name in enumerate(values, 1))
        sql = f"UPDATE {quoted(resource.plural)} SET {sets} WHERE id = {self.key(row_id)}"  # noqa: S608 names of the contract
        with refusals():
            await (await self._open()).execute(sql, *(stored(value) for value in values.values()))

    def key(self, row_id: str) -> str:
        """Ids are uuids."""
        return f"'{UUID(row_id)}'"

    async def drop_checks(self) -> None:
        """Drop every CHECK."""
        found = await self.fetch(
            "SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE contype = 'c'"
            " AND connamespace = 'public'::regnamespace"
        )
        for table, name in found:
            await self.execute(f"ALTER TABLE {table} DROP CONSTRAINT {quoted(name)}")

    async def explain(self, sql: str) -> str:
        """The plan of a query, with what it really did."""
        rows = await self.fetch(f"EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) {sql}")
        return "\n".join(str(row[0]) for row in rows)

    async def plan(
        self, sql: str, values: Sequence[Any] = (), *, by_index: bool = False
    ) -> list[Step]:
        """The steps of a query with these values."""
        connection = await self._open()
        async with connection.transaction():
            if by_index:
                await connection.execute("SET LOCAL enable_seqscan = off")
            text = await connection.fetchval(f"EXPLAIN (FORMAT JSON) {sql}", *values)
        return list(postgres_plan.steps(json.loads(text)[0]["Plan"]))

    async def indexed(self, table: str) -> set[str]:
        """The columns that an index of all living rows begins with."""
        rows = await (await self._open()).fetch(postgres_plan.INDEXED, quoted(table))
        return {str(row[0]) for row in rows}

    def held(self, resource: Resource) -> AbstractAsyncContextManager[None]:
        """Keep everybody else from the table."""
        return held_postgres(self.url, quoted(resource.plural))

    async def close(self) -> None:
        """Drop the database, whoever is still connected to it."""
        if self._connection is not None:
            await self._connection.close()
        await self._on_server(f"DROP DATABASE IF EXISTS {self._name} WITH (FORCE)")

    async def _open(self) -> Any:
        if self._connection is None or self._connection.is_closed():
            self._connection = await asyncpg.connect(self.url)
        return self._connection

    async def _on_server(self, sql: str) -> None:
        connection = await asyncpg.connect(self._server)
        try:
            await connection.execute(sql)
        finally:
            await connection.close()


@contextmanager
def refusals() -> Iterator[None]:
    """What PostgreSQL refuses, as the prover calls it."""
    try:
        yield
    except (asyncpg.IntegrityConstraintViolationError, asyncpg.DataError) as error:
        raise RefusedError(str(error)) from None


def stored(value: Any) -> Any:
    """A value as the driver takes it."""
    return json.dumps(value) if isinstance(value, dict | list) else value
