"""What is looked at before a server starts, so that a person reads it in the terminal (R-020)."""

import asyncio
from pathlib import Path

from backstay.data.database import Database, connect
from backstay.data.revisions import FIND_VERSION, head_of
from backstay.data.unit_of_work import UnitOfWork
from backstay.errors import BackstayError
from backstay.settings import ServiceSettings


class NotReady(Exception):
    """The service cannot start; the message says why, and what to do."""


def prepare(settings: ServiceSettings, root: Path) -> str:
    """Reach the database and compare its migrations; gives the line to print.

    In development, migrations that have not run are run; elsewhere that is somebody's decision.

    Args: settings; root, the project's folder, with alembic.ini.
    Raises: NotReady.
    """
    try:
        head = head_of(root / "config" / "alembic" / "versions")
    except ValueError as error:
        raise NotReady(f"There are {error}.") from error
    try:
        current = asyncio.run(_current(settings))
    except BackstayError as error:
        # what the driver said, where nothing better is known
        why = error.__cause__ if error.__cause__ and str(error) == error.message else error
        raise NotReady(
            f"The database does not answer: {why}\n"
            "Check DATABASE_URL, and that the database is running."
        ) from error
    if current == head:
        return f"database at migration {head}"
    if settings.environment == "development":
        _migrate(settings, root, f"the migration from {current or 'nothing'} to {head}")
        return f"database migrated from {current or 'nothing'} to {head}"
    return (
        f"database at migration {current or 'none'}, the code at {head}: /ready stays red "
        "until `alembic upgrade head` has run"
    )


def migrate(root: Path, url: str) -> None:
    """Run every migration that has not run yet; `env.py` of the project does the rest."""
    from alembic import command  # noqa: PLC0415 in production nothing migrates, or pays 8 MB for it
    from alembic.config import Config  # noqa: PLC0415 as above

    config = Config(str(root / "alembic.ini"))
    config.attributes["database_url"] = url
    command.upgrade(config, "head")


def _migrate(settings: ServiceSettings, root: Path, what: str) -> None:
    try:
        migrate(root, settings.database_url)
    except Exception as error:
        why = str(getattr(error, "orig", error)).partition("\n")[0]
        raise NotReady(
            f"{what} failed: {why}\nThe database is as it was; mend the migration, and start again."
        ) from error


async def _current(settings: ServiceSettings) -> str | None:
    """The revision that the database is at; None when no migration has ever run."""
    driver = connect(settings.database_url, pool_size=1, overflow=0, wait=5.0, timeout=5.0)
    database = Database(driver, secret="")
    await database.open()
    try:
        columns = list(FIND_VERSION.selected_columns)
        prepared = database.prepared(FIND_VERSION, lambda: (FIND_VERSION, columns))
        rows = await UnitOfWork(database).fetch(prepared, {})
    except BackstayError:
        raise
    except Exception:  # noqa: BLE001 without the table, each driver raises its own
        return None
    finally:
        await database.close()
    return str(rows[0][0]) if rows else None
