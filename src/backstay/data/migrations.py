"""Running a project's migrations on either database; only its env.py imports this."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from alembic import context, op
from sqlalchemy import Connection, MetaData, create_engine, event, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.schema import SchemaItem

from backstay.data.comparing import comparable, untold


class NamesDatabase(Protocol):
    """Settings, as far as migrations need them."""

    @property
    def database_url(self) -> str:
        """Which database."""


def run(metadata: MetaData, settings: NamesDatabase) -> None:
    """Run the migrations that Alembic was asked for; this is all that a project's env.py calls.

    A `database_url` among the attributes of Alembic's Config wins, and then no settings are read.
    """
    url: str = context.config.attributes.get("database_url") or settings.database_url
    if context.is_offline_mode():
        context.configure(url=_engine_url(url), target_metadata=metadata, literal_binds=True)
        with context.begin_transaction():
            context.run_migrations()
    elif url.startswith("sqlite"):
        _run_sqlite(metadata, url)
    else:
        asyncio.run(_run_postgres(metadata, url))


def _run_sqlite(metadata: MetaData, url: str) -> None:
    """With foreign keys off: a parent that is rebuilt would take its children with it.

    The PRAGMA does nothing inside a transaction; every reference is checked before the commit.
    """
    engine = create_engine(url)

    @event.listens_for(engine, "connect")
    def _manual(connection: Any, _record: object) -> None:
        connection.isolation_level = None

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    try:
        with engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            raw.execute("PRAGMA foreign_keys=OFF")
            # begun here: Alembic would commit before the check if it had to begin by itself
            with connection.begin():
                _migrate(connection, metadata, batch=True)
                broken = len(connection.execute(text("PRAGMA foreign_key_check")).all())
                if broken:
                    raise RuntimeError(f"the migration would leave {broken} rows without a parent")
    finally:
        engine.dispose()


async def _run_postgres(metadata: MetaData, url: str) -> None:
    engine = create_async_engine(_engine_url(url))
    try:
        async with engine.connect() as connection:
            await connection.run_sync(_migrate_and_commit, metadata)
    finally:
        await engine.dispose()


def _migrate_and_commit(connection: Connection, metadata: MetaData) -> None:
    # one at a time: two workers that start together must not migrate together
    connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('backstay migrations'))"))
    _migrate(connection, metadata, batch=False)
    connection.commit()


def _migrate(connection: Connection, metadata: MetaData, *, batch: bool) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=batch,
        transactional_ddl=True,
        transaction_per_migration=False,
        include_object=comparable(metadata),
    )
    with context.begin_transaction(), untold(metadata):
        context.run_migrations()


def _engine_url(url: str) -> str:
    scheme, _, rest = url.partition("://")
    return f"postgresql+asyncpg://{rest}" if scheme.startswith("postgres") else url


def on_postgresql() -> bool:
    """Whether the migration runs on PostgreSQL."""
    return op.get_bind().dialect.name == "postgresql"


def on_sqlite(*elements: SchemaItem) -> tuple[SchemaItem, ...]:
    """The elements on SQLite, nothing elsewhere."""
    return () if on_postgresql() else elements


def rebuild(
    before: str, after: str, elements: Sequence[SchemaItem], values: Mapping[str, str]
) -> None:
    """On SQLite, which cannot alter much: a new table, filled from the old one, in its place.

    Args: before, after: the table's names; elements, of the new table; values, for each of its
    columns the SQL over a row of the old one. Indexes go with the old table: create them after.
    """
    quote = op.get_bind().dialect.identifier_preparer.quote
    made = f"{after}__new"
    columns = ", ".join(quote(name) for name in values)
    filled = ", ".join(values.values())
    op.create_table(made, *elements)
    insert = f"INSERT INTO {quote(made)} ({columns}) SELECT {filled} FROM {quote(before)}"  # noqa: S608 names and SQL of a migration file
    op.execute(text(insert))
    op.drop_table(before)
    op.rename_table(made, after)
