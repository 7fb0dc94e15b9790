"""Link: one driver connection and the statements prepared on it."""

from typing import Any

import asyncpg

from backstay.data.driver import Rows, Write
from backstay.data.postgres.refusals import LOST, STALE, refuse
from backstay.data.prepared import Prepared

MOST_STATEMENTS = 500


class Link:
    """A connection; every statement is prepared once on it, and its oldest ones are let go."""

    __slots__ = ("driver", "statements")

    def __init__(self, driver: asyncpg.Connection) -> None:
        self.driver = driver
        self.statements: dict[str, Any] = {}

    async def fetch(self, prepared: Prepared, arguments: list[Any]) -> Rows:
        """Rows; a statement that a migration made stale is prepared again, once."""
        sql = prepared.sql
        try:
            statement = self.statements.get(sql) or await self._prepare(sql)
            rows: Rows = await statement.fetch(*arguments)
        except STALE:
            self.statements.clear()
            rows = await (await self._prepare(sql)).fetch(*arguments)
        return rows

    async def write(self, write: Write) -> None:
        """Change exactly one row, or raise."""
        sql = write.prepared.sql
        arguments = write.prepared.arguments(write.values)
        try:
            statement = self.statements.get(sql) or await self._prepare(sql)
            await statement.fetch(*arguments)
        except (*LOST, asyncpg.PostgresError) as error:
            refuse(error, write)
        if not statement.get_statusmsg().endswith(" 1"):
            raise write.missed

    async def _prepare(self, sql: str) -> Any:
        if len(self.statements) >= MOST_STATEMENTS:
            del self.statements[next(iter(self.statements))]
        statement = self.statements[sql] = await self.driver.prepare(sql)
        return statement
