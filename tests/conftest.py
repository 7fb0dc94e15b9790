"""The contracts that tests speak about, how they build, and the databases that they run on.

SQLite is always there, PostgreSQL where a server answers.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest

from backstay.blueprint import Blueprint, load, parse
from backstay.build import derived
from backstay.build.teller import Teller
from backstay.data.database import Database, connect
from tests.desk import tables
from tests.servers import own_postgres

SECRET = "only-for-tests-0123456789abcdefghijklmnop"
EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture(scope="session")
def timetrack() -> Blueprint:
    """The example that the builder's output is committed of."""
    return load(EXAMPLES / "timetrack.yaml")


@pytest.fixture(scope="session")
def shop() -> Blueprint:
    """The example with something of everything."""
    return load(EXAMPLES / "shop.yaml")


@pytest.fixture(scope="session")
def contract() -> Callable[[str], Blueprint]:
    """Parses what stands below `resources:`, with the roles admin, staff and member."""

    def made(resources: str) -> Blueprint:
        head = "backstay: 1\nservice: sample\nroles: [admin, staff, member]\nresources:\n"
        return parse((head + resources).encode(), "sample.yaml")

    return made


@pytest.fixture
def undescribed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spares a build the process that tells the OpenAPI documents; they stay as they are."""
    monkeypatch.setattr(Teller, "begin", lambda _: None)
    monkeypatch.setattr(derived, "documents", lambda *_: {})


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL database of this worker's own, with the desk's tables."""
    with own_postgres("test", "the runtime works on it") as url:
        asyncio.run(tables.create_postgres(url))
        yield url


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the desk's tables, to be copied."""
    path = tmp_path_factory.mktemp("template") / "desk.sqlite"
    tables.create_sqlite(path)
    return path


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """A SQLite database of this test's own."""
    shutil.copy(sqlite_template, tmp_path / "desk.sqlite")
    return f"sqlite:///{tmp_path}/desk.sqlite"


@pytest.fixture
async def postgres_url(postgres: str) -> str:
    """This worker's PostgreSQL database, emptied."""
    await tables.empty_postgres(postgres)
    return postgres


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """An empty database; the test runs on each of the two."""
    name = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    url: str = request.getfixturevalue(name)
    return url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """The database, open."""
    driver = connect(database_url, pool_size=4, overflow=2, wait=2.0, timeout=5.0)
    database = Database(driver, secret=SECRET)
    await database.open()
    yield database
    await database.close()
