"""From one contract to the next, with rows: up, down and up again, on both databases."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from backstay.blueprint import load
from backstay.build import derived
from backstay.build.project import prepare

CONTRACTS = Path(__file__).parent / "contracts" / "moves"

MIGRATE = """
import sys
from alembic import command
from alembic.config import Config

config = Config("alembic.ini")
config.attributes["database_url"] = sys.argv[1]
for step in sys.argv[2:]:
    name, _, revision = step.partition(":")
    getattr(command, name)(config, *([revision] if revision else []))
"""

Sql = Callable[[str], list[tuple[Any, ...]]]
A, B, C = (str(UUID(int=number)) for number in (1, 2, 3))
NOW = "2026-01-02 03:04:05.678901+00:00"
ALWAYS = "id, row_version, created_at, updated_at"
ROWS = [
    f"INSERT INTO authors ({ALWAYS}, name) VALUES ('{A}', 1, '{NOW}', '{NOW}', 'Ada')",
    f"""INSERT INTO books ({ALWAYS}, title, isbn, price, stock, state, author_id, editor_id)
        VALUES ('{B}', 3, '{NOW}', '{NOW}', 'Notes', '123', %s, 9, 'printed', '{A}', '{A}')""",
    f"""INSERT INTO pages ({ALWAYS}, book_id, number, text)
        VALUES ('{C}', 1, '{NOW}', '{NOW}', '{B}', 1, 'One.')""",
]


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was built of one contract, and then of the next."""
    root = tmp_path_factory.mktemp("moved") / "moves"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(derived, "documents", lambda *_: {})
        prepare(root, load(CONTRACTS / "before.yaml")).apply()
        prepare(root, load(CONTRACTS / "after.yaml")).apply()
    return root


@pytest.fixture
def sqlite(tmp_path: Path) -> tuple[str, Sql]:
    path = tmp_path / "moves.sqlite"

    def run(statement: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(path)) as connection:
            found = connection.execute(statement).fetchall()
            connection.commit()
            return found

    return f"sqlite:///{path}", run


@pytest.fixture
def postgres(bare_postgres: str, on_postgres: Callable[..., Any]) -> tuple[str, Sql]:
    return bare_postgres, lambda statement: list(on_postgres(bare_postgres, statement))


def migrate(root: Path, url: str, *steps: str) -> None:
    command = [sys.executable, "-c", MIGRATE, url, *steps]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
def test_rows_survive_every_kind_of_change_and_the_way_back(moved, database, request):
    url, sql = request.getfixturevalue(database)
    migrate(moved, url, "upgrade:0005")
    for row in ROWS:
        sql(row.replace("%s", "4999" if database == "sqlite" else "49.99"))

    migrate(moved, url, "upgrade:head", "check")

    row = sql(
        'SELECT name, subtitle, isbn, CAST(price AS TEXT), stock, state, "order", is_new,'
        " row_version, CAST(worth AS TEXT), printed_at IS NOT NULL, added_on IS NOT NULL,"
        " details IS NULL FROM volumes"
    )
    price, worth = ("4999", "1500") if database == "sqlite" else ("49.99", "1.500")
    printed = ("Notes", "none", "123", price, 9, "printed", 7, 1, 3, worth, 1, 1, 1)
    assert row == [printed]
    assert sql("SELECT count(*) FROM leaves JOIN volumes ON volume_id = volumes.id") == [(1,)]
    assert sql("SELECT added, text FROM leaves") == [(0, "One.")]
    assert sql("SELECT count(*) FROM volumes JOIN authors ON writer_id = authors.id") == [(1,)]

    migrate(moved, url, "downgrade:0005")

    assert sql("SELECT title, subtitle, CAST(price AS TEXT), stock, row_version FROM books") == [
        ("Notes", "none", price, 9, 3)
    ]
    assert sql("SELECT count(*) FROM pages JOIN books ON book_id = books.id") == [(1,)]

    migrate(moved, url, "upgrade:head", "check", "downgrade:base", "upgrade:head")
    assert sql("SELECT count(*) FROM volumes") == [(0,)]


def test_new_constraints_hold_after_the_move(moved, sqlite):
    url, sql = sqlite
    migrate(moved, url, "upgrade:head")
    start = f"INSERT INTO authors ({ALWAYS}, name) VALUES ('{A}', 1, '{NOW}', '{NOW}', "

    with pytest.raises(sqlite3.IntegrityError, match=" ck_authors_name_length"):
        sql(f"{start} '{'x' * 81}')")


def test_what_was_built_is_recorded(moved):
    state = json.loads((moved / ".backstay" / "state.json").read_text())

    assert state["revision"] == "0011"
    assert {table["name"] for table in state["tables"]} == {
        "users",
        "authors",
        "publishers",
        "volumes",
        "leaves",
    }
