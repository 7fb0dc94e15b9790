"""What SQLite has undone by itself, and what it says about an index over an expression."""

import sqlite3
from contextlib import closing
from typing import Any

import pytest
from sqlalchemy import Column, Index, Integer, MetaData, Table, Text, func
from sqlalchemy.schema import CreateIndex, CreateTable

from backstay.data import Entity
from backstay.data.sqlite.connection import named
from backstay.data.sqlite.transaction import _commit
from backstay.errors import DatabaseUnavailable, NotUnique


class Full(sqlite3.Connection):
    """Its disk is full at the commit, and SQLite has undone the transaction already."""

    def execute(self, sql: str, *rest: Any) -> sqlite3.Cursor:
        if sql != "COMMIT":
            return super().execute(sql, *rest)
        super().execute("ROLLBACK")
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error


def test_what_sqlite_has_undone_by_itself_is_not_undone_twice():
    with closing(sqlite3.connect(":memory:", isolation_level=None, factory=Full)) as connection:
        connection.execute("CREATE TABLE t (a)")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO t VALUES (1)")

        with pytest.raises(DatabaseUnavailable):
            _commit(connection)

        assert connection.execute("SELECT count(*) FROM t").fetchone() == (0,)


def test_an_index_over_an_expression_names_the_columns_that_it_is_made_of(monkeypatch):
    metadata = MetaData()
    monkeypatch.setattr(Entity, "metadata", metadata)
    Table("shelves", metadata, Column("id", Integer, primary_key=True))
    people = Table(
        "people", metadata, Column("id", Integer, primary_key=True), Column("name", Text)
    )
    index = Index("uq_people_name", func.lower(people.c.name), unique=True)
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in (CreateTable(people), CreateIndex(index)):
            connection.execute(str(statement))
        connection.execute("INSERT INTO people (name) VALUES ('Ann')")
        with pytest.raises(sqlite3.IntegrityError) as caught:
            connection.execute("INSERT INTO people (name) VALUES ('ANN')")

    found = named(caught.value)

    assert isinstance(found, NotUnique)
    assert [detail.field for detail in found.details] == ["name"]
