"""Opening a SQLite file, and its errors in the domain's words."""

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from backstay.data.sqlite.connection import connect, named
from backstay.errors import (
    BackstayError,
    DatabaseUnavailable,
    NotUnique,
    RuleBroken,
    UnknownReference,
    Unprocessable,
)


def test_every_connection_is_durable_and_strict(tmp_path: Path):
    with closing(connect(str(tmp_path / "new.sqlite"))) as connection:
        asked = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        found = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in asked]
    assert found == ["wal", 2, 1, 5000]


def test_a_missing_folder_is_said_by_name(tmp_path: Path):
    with pytest.raises(DatabaseUnavailable, match=r"folder does not exist: .*/nowhere"):
        connect(str(tmp_path / "nowhere" / "db.sqlite"))


def test_what_is_no_database_is_said_by_name(tmp_path: Path):
    (tmp_path / "text.sqlite").write_text("this is no database, however long one looks at it")
    with pytest.raises(DatabaseUnavailable, match=r"text\.sqlite cannot be opened: file is not"):
        connect(str(tmp_path / "text.sqlite"))


def test_a_file_that_another_process_has_for_itself_is_said_by_name(tmp_path: Path, monkeypatch):
    monkeypatch.setattr("backstay.data.sqlite.connection._PRAGMAS", "PRAGMA journal_mode=WAL;")
    path = str(tmp_path / "held.sqlite")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.executescript("PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE t (a);")
        impatient = partial(sqlite3.connect, timeout=0.01)
        monkeypatch.setattr(sqlite3, "connect", impatient)
        with pytest.raises(DatabaseUnavailable, match="database is locked"):
            connect(path)


def raised(connection: sqlite3.Connection, sql: str) -> sqlite3.Error:
    with pytest.raises(sqlite3.Error) as caught:
        connection.execute(sql)
    return caught.value


@pytest.fixture
def connection():
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(
            """
            PRAGMA foreign_keys=ON;
            CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL, c TEXT,
                            CONSTRAINT ck_t_small CHECK (a < 10), UNIQUE (b, c));
            CREATE UNIQUE INDEX uq_t_c ON t (lower(c));
            CREATE TABLE u (t INTEGER REFERENCES t (a));
            INSERT INTO t VALUES (1, 'b', 'c'), (2, 'x', 'y');
            """
        )
        yield connection


@pytest.mark.parametrize(
    ("sql", "kind", "fields"),
    [
        ("INSERT INTO t VALUES (1, 'n', 'n')", NotUnique, ["a"]),
        ("INSERT INTO t VALUES (3, 'b', 'c')", NotUnique, []),
        ("UPDATE t SET b = 'b', c = 'c' WHERE a = 2", NotUnique, []),
        ("INSERT INTO t VALUES (3, 'n', 'C')", NotUnique, []),
        ("INSERT INTO t VALUES (10, 'n', 'n')", RuleBroken, ["ck_t_small"]),
        ("INSERT INTO t VALUES (3, NULL, 'n')", Unprocessable, ["b"]),
        ("INSERT INTO u VALUES (9)", UnknownReference, []),
    ],
)
def test_broken_constraints_in_the_domains_words(connection, sql, kind, fields):
    found = named(raised(connection, sql))

    assert isinstance(found, kind)
    assert [detail.field for detail in found.details][: len(fields)] == fields


def test_what_the_disk_refuses_is_unavailable_and_a_mistake_stays_itself(connection):
    connection.execute("PRAGMA query_only=ON")
    assert isinstance(named(raised(connection, "DELETE FROM t")), DatabaseUnavailable)
    mistake = raised(connection, "SELECT nothing")
    assert named(mistake) is mistake
    too_big = named(sqlite3.DataError("string or blob too big"))
    assert isinstance(too_big, BackstayError)
    assert too_big.code == "out_of_range"


def test_an_index_that_nobody_knows_names_no_field(connection):
    found = named(raised(connection, "INSERT INTO t VALUES (3, 'n', 'C')"))
    assert isinstance(found, NotUnique)
    assert found.details == ()
