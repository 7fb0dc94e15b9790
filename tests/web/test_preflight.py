"""What is looked at before a server starts, and said so that a person can act on it."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from backstay.settings import ServiceSettings
from backstay.web.preflight import NotReady, migrate, prepare
from tests.desk.app import SETTINGS

ENV = """
from sqlalchemy import MetaData
from backstay.data.migrations import run
run(MetaData(), None)
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one migration."""
    versions = tmp_path / "config" / "alembic" / "versions"
    versions.mkdir(parents=True)
    script = "[alembic]\nscript_location = %(here)s/config/alembic\npath_separator = os\n"
    (tmp_path / "alembic.ini").write_text(script)
    (tmp_path / "config" / "alembic" / "env.py").write_text(ENV)
    migration(tmp_path, "0001", None)
    return tmp_path


def migration(root: Path, revision: str, down: str | None, body: str = "pass") -> None:
    text = f"from alembic import op\nrevision = {revision!r}\ndown_revision = {down!r}\n"
    text += f"def upgrade():\n    {body}\ndef downgrade():\n    pass\n"
    (root / "config" / "alembic" / "versions" / f"{revision}.py").write_text(text)


def settings(url: str, **changes: Any) -> ServiceSettings:
    given: dict[str, Any] = SETTINGS | {"database_url": url, "environment": "production"} | changes
    return ServiceSettings(**given)


def url_of(root: Path) -> str:
    return f"sqlite:///{root}/new.sqlite"


def test_development_is_migrated(root: Path):
    given = settings(url_of(root), environment="development")
    assert prepare(given, root) == "database migrated from nothing to 0001"
    assert prepare(given, root) == "database at migration 0001"
    migration(root, "0002", "0001")
    assert prepare(given, root) == "database migrated from 0001 to 0002"


def test_elsewhere_migrating_is_somebodys_decision(root: Path):
    given = settings(url_of(root))
    assert prepare(given, root).startswith("database at migration none, the code at 0001: /ready")
    migrate(root, url_of(root))
    assert prepare(given, root) == "database at migration 0001"


def test_an_emptied_version_table_is_no_migration(root: Path):
    migrate(root, url_of(root))
    with closing(sqlite3.connect(root / "new.sqlite")) as raw, raw:
        raw.execute("DELETE FROM alembic_version")
    assert "at migration none" in prepare(settings(url_of(root)), root)


def test_a_database_that_opens_and_cannot_be_read_is_said_too(root: Path):
    migrate(root, url_of(root))
    pages = (root / "new.sqlite").read_bytes()
    (root / "new.sqlite").write_bytes(pages[:4096] + b"damaged" * ((len(pages) - 4096) // 7))
    with pytest.raises(NotReady, match="database disk image is malformed"):
        prepare(settings(url_of(root)), root)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("postgresql://ann:canary7Qx@127.0.0.1:1/desk", "Connect call failed"),
        ("sqlite:////nowhere/at/all/desk.sqlite", "folder does not exist: /nowhere/at/all"),
        ("sqlite:///{root}/alembic.ini", "alembic.ini cannot be opened: file is not a database"),
        ("postgresql://ann:canary7Qx/1@127.0.0.1/desk", "as %XX"),
    ],
)
def test_a_database_that_does_not_answer_is_said_with_what_to_do(root: Path, url: str, why: str):
    with pytest.raises(NotReady) as caught:
        prepare(settings(url.format(root=root)), root)
    said = str(caught.value)
    assert said.startswith("The database does not answer: ")
    assert why in said
    assert said.endswith("Check DATABASE_URL, and that the database is running.")
    assert "canary7Qx" not in said


def test_two_newest_migrations_must_be_merged_first(root: Path):
    migration(root, "0002", "0001")
    migration(root, "0003", "0001")
    with pytest.raises(NotReady, match="alembic merge heads"):
        prepare(settings(url_of(root)), root)


def test_a_migration_that_fails_is_named(root: Path):
    migration(root, "0002", "0001", 'op.execute("SELEC nothing")')
    with pytest.raises(NotReady, match=r"the migration from nothing to 0002 failed: near"):
        prepare(settings(url_of(root), environment="development"), root)
