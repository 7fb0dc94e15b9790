"""Subject: a running project on a database that was made for it."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from backstay.prove.subject.database import Database
from backstay.prove.subject.postgres import PostgresDatabase
from backstay.prove.subject.process import (
    SECRET,
    Idle,
    Process,
    StartError,
    free_port,
    plain_environment,
    started,
)
from backstay.prove.subject.project import Project
from backstay.prove.subject.sqlite import SqliteDatabase

SQLITE = "sqlite"
WIDE_OPEN = {
    "REQUESTS": "10000000",
    "ENVIRONMENT": "test",
    "DOCS": "true",
    "LOG_LEVEL": "INFO",
    "ALLOWED_HOSTS": '["127.0.0.1", "localhost"]',
}
"""Settings under which only what a trial is about can refuse a request."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A running project, and its database.

    `metrics` is the URL at which it tells of itself; `where` is what `fresh_database` took.
    """

    project: Project
    process: Process
    database: Database
    metrics: str = ""
    where: str = SQLITE

    @property
    def base(self) -> str:
        """Its URL."""
        return self.process.base


@asynccontextmanager
async def fresh_database(where: str) -> AsyncIterator[Database]:
    """An empty database, taken away at the end.

    Args: where, `sqlite`, or the URL of a PostgreSQL server on which databases may be made.
    """
    if where == SQLITE:
        with TemporaryDirectory(prefix="backstay-proof-") as folder:
            yield SqliteDatabase(Path(folder))
        return
    database = await PostgresDatabase.made(where)
    try:
        yield database
    finally:
        await database.close()


@asynccontextmanager
async def running(
    project: Project, where: str, settings: Mapping[str, str] = WIDE_OPEN, *, checks: bool = True
) -> AsyncIterator[Subject]:
    """The project, running on a fresh database at the newest migration; all gone at the end.

    Args: project; where, as `fresh_database` takes it; settings, its environment; checks, off to
    have the database refuse nothing by itself.
    Raises: StartError.
    """
    async with fresh_database(where) as database:
        await migrated(project, database)
        if not checks:
            await database.drop_checks()
        with TemporaryDirectory(prefix="backstay-proof-") as folder:
            port = free_port()
            own = {"DATABASE_URL": database.url, "METRICS_PORT": str(port)}
            process = await started(project, {**settings, **own}, Path(folder) / "subject.log")
            try:
                metrics = f"http://127.0.0.1:{port}/metrics"
                yield Subject(project, process, database, metrics, where)
            finally:
                await process.stop()


@asynccontextmanager
async def at_rest(project: Project, where: str) -> AsyncIterator[Subject]:
    """The project on an empty database, not running; the database is gone at the end."""
    async with fresh_database(where) as database:
        yield Subject(project, Idle(), database, where=where)


async def migrated(project: Project, database: Database, *steps: str) -> str:
    """Run the project's migrations as people do; gives what Alembic printed.

    Args: project; database; steps, Alembic's arguments, `upgrade head` when there are none.
    Raises: StartError.
    """
    process = await asyncio.create_subprocess_exec(
        project.python,
        "-m",
        "alembic",
        *(steps or ("upgrade", "head")),
        cwd=project.root,
        env={**plain_environment(), "DATABASE_URL": database.url, "SECRET_KEY": SECRET},
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    output, _ = await process.communicate()
    text = output.decode(errors="replace")
    if process.returncode:
        raise StartError(f"the migrations do not run:\n{text.strip()[-2000:]}")
    return text
