"""migrate: up, down and up again with rows in place, and the tables are what the models say."""

from collections.abc import Iterator

from backstay.blueprint.contract import Blueprint
from backstay.prove.attempt import Attempt
from backstay.prove.project.command import run
from backstay.prove.project.tables import tables_of
from backstay.prove.seeding.seed import seeded
from backstay.prove.subject.database import Database, quoted
from backstay.prove.subject.process import StartError
from backstay.prove.subject.project import Project
from backstay.prove.subject.subject import fresh_database, migrated
from backstay.prove.trial import Phase, Trial

ROWS = 20
CREATE_ALL = """
import asyncio, os
from sqlalchemy import create_engine
from sqlalchemy.ext.asyncio import create_async_engine
from {package}.models import metadata

async def on_server(url):
    engine = create_async_engine("postgresql+asyncpg" + url[url.index(":") :])
    async with engine.begin() as connection:
        await connection.run_sync(metadata().create_all)
    await engine.dispose()

url = os.environ["DATABASE_URL"]
if url.startswith("sqlite"):
    metadata().create_all(create_engine(url))
else:
    asyncio.run(on_server(url))
"""
"""Run by the project's interpreter: the prover itself does not stand on SQLAlchemy."""


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for the way there and back, one for what the way leads to."""
    at = blueprint.keys["resources"]
    for claim, run_trial in (
        ("the migrations run up, down and up again, with rows in every table", _there_and_back),
        ("the migrations make the tables that the models describe, checks included", _as_models),
    ):
        yield Trial("migrate", "resources", at, claim, run_trial, Phase.PROJECT, repeats=1)


async def _there_and_back(attempt: Attempt) -> None:
    subject, blueprint = attempt.world.subject, attempt.world.blueprint
    async with fresh_database(subject.where) as database:
        await migrated(subject.project, database)
        first = await tables_of(database)
        attempt.controlled(first, "the first way up made no table")
        await seeded(blueprint, database, "no password", ROWS)
        before = await _counts(blueprint, database)
        attempt.controlled(all(before.values()), f"not every table could be filled: {before}")
        for step, target in (("downgrade", "-1"), ("upgrade", "head"), ("downgrade", "base")):
            if not await _stepped(attempt, subject.project, database, step, target):
                return
            if step == "upgrade":
                await _kept(attempt, blueprint, database, before)
        left = await tables_of(database)
        attempt.require(not left, f"the way down leaves {', '.join(sorted(left))}")
        if await _stepped(attempt, subject.project, database, "upgrade", "head"):
            again = await tables_of(database)
            changed = sorted(set(first.items()) ^ set(again.items()))
            attempt.require(not changed, f"the second way up makes other tables: {changed[:2]}")


async def _stepped(
    attempt: Attempt, project: Project, database: Database, step: str, target: str
) -> bool:
    try:
        await migrated(project, database, step, target)
    except StartError as error:
        return attempt.require(good=False, why=f"{step} {target} fails with rows in place: {error}")
    return attempt.require(good=True, why=step)


async def _kept(
    attempt: Attempt, blueprint: Blueprint, database: Database, before: dict[str, int]
) -> None:
    """Only the tables of the newest migration may have lost their rows, which went with them."""
    after = await _counts(blueprint, database)
    lost = [name for name, rows in after.items() if 0 < rows < before[name]]
    attempt.require(not lost, f"one step down and up lost rows of {', '.join(lost)}")
    gone = [name for name, rows in after.items() if not rows]
    why = f"one step down and up emptied {', '.join(gone)}"
    attempt.require(len(gone) <= 1, why)


async def _counts(blueprint: Blueprint, database: Database) -> dict[str, int]:
    found = {}
    for resource in blueprint.resources:
        rows = await database.fetch(f"SELECT count(*) FROM {quoted(resource.plural)}")  # noqa: S608 a word of the contract
        found[resource.plural] = int(rows[0][0])
    return found


async def _as_models(attempt: Attempt) -> None:
    subject = attempt.world.subject
    async with fresh_database(subject.where) as database:
        await migrated(subject.project, database)
        done = await run(
            subject.project,
            *("-m", "alembic", "check"),
            environment={"DATABASE_URL": database.url},
        )
        attempt.controlled(await tables_of(database), "the way up made no table")
        attempt.require(done.code == 0, f"models and migrations differ: {done.last_lines()}")
        by_migrations = await tables_of(database)
    async with fresh_database(subject.where) as database:
        script = CREATE_ALL.format(package=subject.project.package)
        done = await run(subject.project, "-c", script, environment={"DATABASE_URL": database.url})
        attempt.controlled(done.code == 0, f"the models make no tables: {done.last_lines()}")
        by_models = await tables_of(database)
    for name in sorted({*by_migrations, *by_models}):
        one, other = by_migrations.get(name, frozenset()), by_models.get(name, frozenset())
        why = f"{name}: migrations say {sorted(one - other)}, models say {sorted(other - one)}"
        attempt.require(one == other, why)
