"""Subject: migrated, started and gone at the end; migrations that do not run say why."""

import sys
from pathlib import Path
from typing import Any

import pytest

from backstay.prove.subject import subject as module
from backstay.prove.subject.database import RefusedError
from backstay.prove.subject.process import Idle, StartError
from backstay.prove.subject.project import Project
from backstay.prove.subject.sqlite import SqliteDatabase
from backstay.prove.subject.subject import at_rest, migrated, running

ALEMBIC = """
import os, sqlite3, sys
if sys.argv[1:] == ["downgrade", "base"]:
    sys.exit("there is no way back")
print("asked", *sys.argv[1:])
connection = sqlite3.connect(os.environ["DATABASE_URL"].removeprefix("sqlite:///"))
connection.execute("CREATE TABLE things (title TEXT CHECK (length(title) > 0))")
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose Alembic is a few lines."""
    (tmp_path / "alembic.py").write_text(ALEMBIC)
    nothing: Any = None
    return Project(tmp_path, nothing, sys.executable)


class Stopped(Idle):
    """No process; says whether it was stopped."""

    stopped = False

    async def stop(self) -> None:
        self.stopped = True


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Stopped, dict[str, str]]]:
    """What was started, and with which settings."""
    found: list[tuple[Stopped, dict[str, str]]] = []

    async def start(_: Project, settings: dict[str, str], __: Path) -> Stopped:
        found.append((Stopped(), dict(settings)))
        return found[-1][0]

    monkeypatch.setattr(module, "started", start)
    return found


def there(url: str) -> bool:
    return Path(url.removeprefix("sqlite:///")).is_file()


async def test_migrations_go_to_the_newest_or_where_they_are_asked_to(project, tmp_path):
    database = SqliteDatabase(tmp_path)
    assert "asked upgrade head" in await migrated(project, database)
    assert await database.fetch("SELECT * FROM things") == []
    with pytest.raises(StartError, match=r"the migrations do not run:\nthere is no way back"):
        await migrated(project, database, "downgrade", "base")


async def test_it_runs_on_a_database_of_its_own_that_is_gone_at_the_end(project, started):
    async with running(project, "sqlite", {"ENVIRONMENT": "test"}) as subject:
        ((process, settings),) = started
        assert settings["DATABASE_URL"] == subject.database.url
        assert settings["ENVIRONMENT"] == "test"
        assert subject.metrics == f"http://127.0.0.1:{settings['METRICS_PORT']}/metrics"
        assert subject.base == process.base
        url = subject.database.url
        assert there(url)
        assert not process.stopped
    assert process.stopped
    assert not there(url)


@pytest.mark.parametrize("checks", [True, False])
async def test_the_database_checks_only_where_it_may(project, started, checks):
    async with running(project, "sqlite", checks=checks) as subject:
        if checks:
            with pytest.raises(RefusedError):
                await subject.database.execute("INSERT INTO things VALUES ('')")
        else:
            assert await subject.database.execute("INSERT INTO things VALUES ('')") == 1


async def test_at_rest_there_is_a_database_and_no_process(project):
    async with at_rest(project, "sqlite") as subject:
        assert (subject.process.pid, subject.where) == (0, "sqlite")
        assert await subject.database.fetch("SELECT 1") == [(1,)]


async def test_a_server_is_asked_for_a_database_and_drops_it(postgres):
    server = postgres.rpartition("/")[0] + "/postgres"
    async with module.fresh_database(server) as database:
        assert database.kind == "postgresql"
        name = database.url.rpartition("/")[2]
        assert (name,) in await database.fetch("SELECT datname::text FROM pg_database")
    async with module.fresh_database(server) as database:
        assert (name,) not in await database.fetch("SELECT datname::text FROM pg_database")
