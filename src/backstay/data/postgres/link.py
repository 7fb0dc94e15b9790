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
        try:
            return await self._run(prepared.sql, arguments)
        except STALE:
            self.statements.clear()
            return await self._run(prepared.sql, arguments)

    async def write(self, write: Write) -> None:
        """Change exactly one row, or raise."""
        arguments = write.prepared.arguments(write.values)
        try:
            await self._run(write.prepared.sql, arguments)
        except (*LOST, asyncpg.PostgresError) as error:
            refuse(error, write)
        if not self.statements[write.prepared.sql].get_statusmsg().endswith(" 1"):
            raise write.missed

    async def _run(self, sql: str, arguments: list[Any]) -> Rows:
        statement = self.statements.get(sql)
        if statement is None:
            if len(self.statements) >= MOST_STATEMENTS:
                del self.statements[next(iter(self.statements))]
            statement = self.statements[sql] = await self.driver.prepare(sql)
        rows: Rows = await statement.fetch(*arguments)
        return rows
