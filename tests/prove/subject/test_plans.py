"""Plans of both databases in the same words."""

import sqlite3
from typing import Any

import pytest

from backstay.prove.subject import postgres_plan, sqlite_plan

TABLES = """
CREATE TABLE books (id TEXT PRIMARY KEY, title TEXT, kind TEXT, owner TEXT, deleted_at TEXT);
CREATE INDEX ix_title ON books (title, id);
CREATE INDEX ix_living ON books (kind) WHERE deleted_at IS NULL;
CREATE INDEX ix_some ON books (owner) WHERE kind = 'a';
CREATE INDEX ix_upper ON books (upper(owner));
"""


@pytest.fixture
def books():
    connection = sqlite3.connect(":memory:")
    connection.executescript(TABLES)
    yield connection
    connection.close()


def kinds(connection: sqlite3.Connection, sql: str) -> list[tuple[str, bool]]:
    rows = connection.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()
    return [(step.kind, step.counting) for step in sqlite_plan.steps(rows)]


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("SELECT owner FROM books", [("scan", False)]),
        ("SELECT * FROM books ORDER BY title LIMIT 5", [("walk", False)]),
        ("SELECT * FROM books WHERE title = 'a'", [("search", False)]),
        ("SELECT * FROM books ORDER BY owner", [("scan", False), ("sort", False)]),
    ],
)
def test_sqlite_in_plain_words(books, sql, found):
    assert kinds(books, sql) == found


def test_counting_beside_a_page_is_marked(books):
    sql = "SELECT *, (SELECT count(*) FROM books WHERE owner = 'x') FROM books WHERE title = 'a'"
    found = kinds(books, sql)
    assert ("search", False) in found
    assert ("scan", True) in found
    assert ("scan", False) not in found


def test_sqlite_indexes_of_all_living_rows(books):
    assert sqlite_plan.indexed(books, "books") == {"id", "title", "kind"}


def node(kind: str, *plans: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"Node Type": kind, "Plans": list(plans)} | more


def test_postgresql_in_the_same_words():
    scan = node("Seq Scan", **{"Relation Name": "books"})
    search = node("Index Scan", **{"Relation Name": "books", "Index Cond": "(a = 1)"})
    walk = node("Index Only Scan", **{"Relation Name": "books"})
    tree = node("Limit", node("Sort", scan, search, walk), node("Aggregate", scan))
    found = [(step.kind, step.counting) for step in postgres_plan.steps(tree)]
    assert found == [
        ("other", False),
        ("sort", False),
        ("scan", False),
        ("search", False),
        ("walk", False),
        ("other", True),
        ("scan", True),
    ]
    counted = node("Seq Scan", **{"Relation Name": "books", "Parent Relationship": "InitPlan"})
    assert [step.counting for step in postgres_plan.steps(counted)] == [True]
