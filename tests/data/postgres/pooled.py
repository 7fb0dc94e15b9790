"""Statements through a pool: a question with an answer, and one that takes its time."""

from sqlalchemy import func, select, text

from backstay.data.postgres.driver import Postgres
from backstay.data.prepared import Prepared


def sleeping(driver: Postgres, seconds: float) -> Prepared:
    return Prepared(select(func.pg_sleep(seconds)), driver.dialect)


async def ask(driver: Postgres) -> int:
    rows = await driver.fetch(Prepared(select(text("1")), driver.dialect), [])
    return int(rows[0][0])


async def sleep(driver: Postgres, seconds: float) -> None:
    prepared = sleeping(driver, seconds)
    await driver.fetch(prepared, prepared.arguments({}))
