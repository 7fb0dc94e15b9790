"""Migrations run as a whole or not at all, on either database, and lose no child rows."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import uuid4

import asyncpg
import pytest
from alembic import command
from alembic.config import Config

ENV = """
from types import SimpleNamespace
from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, String, Table
from backstay.data import ascending, descending
from backstay.data.migrations import run
metadata = MetaData()
Table("parents", metadata, Column("id", Integer, primary_key=True), Column("name", String(50)))
Table("children", metadata, Column("id", Integer, primary_key=True),
      Column("parent_id", Integer, ForeignKey("parents.id", ondelete="CASCADE")),
      Index("ix_children", descending("id"), ascending("parent_id")))
run(metadata, SimpleNamespace(database_url="sqlite:///never-used"))
"""
FIRST = """
import sqlalchemy as sa
from alembic import op
from backstay.data import ascending, descending
revision, down_revision = "a1", None
def upgrade():
    op.create_table("parents", sa.Column("id", sa.Integer(), primary_key=True),
                    sa.Column("nick", sa.String(50)))
    op.create_table("children", sa.Column("id", sa.Integer(), primary_key=True), sa.Column(
        "parent_id", sa.Integer(), sa.ForeignKey("parents.id", ondelete="CASCADE")))
    op.create_index("ix_children", "children", [descending("id"), ascending("parent_id")])
    op.execute("INSERT INTO parents VALUES (1, 'ann')")
    op.execute("INSERT INTO children VALUES (1, 1)")
def downgrade():
    op.drop_table("children")
    op.drop_table("parents")
"""
SECOND = """
import sqlalchemy as sa
from alembic import op
from backstay.data.migrations import on_postgresql, on_sqlite, rebuild
revision, down_revision = "b2", "a1"
def upgrade():
    assert len(on_sqlite(sa.Column("x"))) == (not on_postgresql())
    if on_postgresql():
        op.alter_column("parents", "nick", new_column_name="name")
    else:
        rebuild("parents", "parents", [sa.Column("id", sa.Integer(), primary_key=True),
                sa.Column("name", sa.String(50))], {"id": "id", "name": "nick"})
def downgrade():
    if on_postgresql():
        op.alter_column("parents", "name", new_column_name="nick")
    else:
        rebuild("parents", "parents", [sa.Column("id", sa.Integer(), primary_key=True),
                sa.Column("nick", sa.String(50))], {"id": "id", "nick": "name"})
"""
ORPHANS = """
from alembic import op
revision, down_revision = "c3", "b2"
def upgrade():
    op.execute("DELETE FROM parents")
def downgrade():
    pass
"""
BROKEN = ORPHANS.replace('"DELETE FROM parents"', '"DELETE FROM children"').replace(
    "def downgrade", '    op.execute("SELECT nothing")\ndef downgrade'
)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without any table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/new.sqlite"
        return
    server = str(request.getfixturevalue("postgres"))
    name = f"backstay_test_{uuid4().hex}"
    asyncio.run(asked(server, f"CREATE DATABASE {name}"))
    yield f"{server.rpartition('/')[0]}/{name}"
    asyncio.run(asked(server, f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
def config(url: str, tmp_path: Path) -> Config:
    folder = tmp_path / "alembic"
    (folder / "versions").mkdir(parents=True)
    (folder / "env.py").write_text(ENV)
    (folder / "versions" / "a1.py").write_text(FIRST)
    (folder / "versions" / "b2.py").write_text(SECOND)
    made = Config()
    made.set_main_option("script_location", str(folder))
    made.set_main_option("path_separator", "os")
    made.attributes["database_url"] = url
    return made


async def asked(url: str, sql: str) -> list[tuple[Any, ...]]:
    connection = await asyncpg.connect(url)
    try:
        return [tuple(row) for row in await connection.fetch(sql)]
    finally:
        await connection.close()


def rows(url: str, sql: str) -> list[tuple[Any, ...]]:
    if not url.startswith("sqlite"):
        return asyncio.run(asked(url, sql))
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
        return connection.execute(sql).fetchall()


def test_up_down_up_keeps_every_row(config: Config, url: str):
    command.upgrade(config, "head")
    assert rows(url, "SELECT name FROM parents") == [("ann",)]
    command.downgrade(config, "a1")
    assert rows(url, "SELECT nick FROM parents") == [("ann",)]
    command.upgrade(config, "head")
    assert rows(url, "SELECT parent_id FROM children") == [(1,)]
    command.check(config)


@pytest.mark.parametrize("text", [BROKEN, ORPHANS])
def test_a_migration_that_fails_changes_nothing(config: Config, url: str, text: str):
    command.upgrade(config, "head")
    if text is ORPHANS and not url.startswith("sqlite"):
        text = text.replace("DELETE FROM parents", "INSERT INTO children VALUES (2, 9)")
    script = Path(str(config.get_main_option("script_location"))) / "versions" / "c3.py"
    script.write_text(text)

    with pytest.raises(Exception, match=r"rows without a parent|nothing|foreign key"):
        command.upgrade(config, "head")

    assert rows(url, "SELECT parent_id FROM children") == [(1,)]
    assert rows(url, "SELECT version_num FROM alembic_version") == [("b2",)]


def test_sql_can_be_written_without_a_database(config: Config, capsys: pytest.CaptureFixture[str]):
    if str(config.attributes["database_url"]).startswith("sqlite"):
        command.upgrade(config, "a1", sql=True)
    else:
        command.upgrade(config, "head", sql=True)
    assert "CREATE TABLE children" in capsys.readouterr().out
