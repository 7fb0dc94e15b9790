"""Database: statements are compiled once, and a URL finds its driver."""

from typing import Any

from sqlalchemy import select, text

from backstay.clock import FrozenClock, SystemClock
from backstay.data import UnitOfWork
from backstay.data import database as databases
from backstay.data.database import Database, connect
from backstay.data.postgres.driver import Postgres
from backstay.data.sqlite.driver import Sqlite
from tests.desk.models import Note

LIMITS: dict[str, Any] = {"pool_size": 3, "overflow": 2, "wait": 1.0, "timeout": 1.0}


def test_a_url_finds_its_driver():
    assert isinstance(connect("sqlite:///./desk.sqlite", **LIMITS), Sqlite)
    for scheme in ("postgresql", "postgres", "postgresql+asyncpg"):
        driver = connect(f"{scheme}://ann@localhost/desk", **LIMITS)
        assert isinstance(driver, Postgres)
        assert driver.usage() == (0, 5)


def test_a_statement_is_built_once_and_the_oldest_go(monkeypatch):
    monkeypatch.setattr(databases, "MOST_STATEMENTS", 2)
    database = Database(connect("sqlite:///x", **LIMITS), secret="x")
    built: list[int] = []

    def ask(number: int) -> str:
        def build():
            built.append(number)
            return select(text(str(number))), ()

        return database.prepared(number, build).sql

    for number in (1, 1, 2, 1, 3, 2, 1):
        assert ask(number) == f"SELECT {number}"
    assert built == [1, 2, 3, 1]


def test_a_unit_of_work_has_one_time(monkeypatch):
    clock = FrozenClock(SystemClock().now())
    database = Database(connect("sqlite:///x", **LIMITS), secret="x", clock=clock)
    work = UnitOfWork(database)
    clock.advance(minutes=1)
    assert (UnitOfWork(database).now - work.now).total_seconds() == 60
    assert database.watchers(Note) == []
