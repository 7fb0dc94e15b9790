from types import SimpleNamespace
from typing import Any

from backstay.prove.project.tables import tables_of


def database(kind: str, *rows: tuple[str, ...]) -> Any:
    async def fetch(sql: str) -> list[tuple[str, ...]]:
        assert "SELECT" in sql
        return list(rows)

    return SimpleNamespace(kind=kind, fetch=fetch)


async def test_sqlite_tables_are_taken_apart():
    check = "CONSTRAINT c CHECK (b IN ('x, y', '('))"
    made = f'CREATE TABLE a (\n  id TEXT NOT NULL, "b" TEXT, {check}\n)'
    seen = await tables_of(
        database(
            "sqlite",
            ("a", "table", made),
            ("a", "index", "CREATE INDEX ix ON a  (b)"),
            ("alembic_version", "table", "CREATE TABLE alembic_version (v TEXT)"),
            ("sqlite_sequence", "table", "CREATE TABLE sqlite_sequence(name,seq)"),
        )
    )
    assert seen == {
        "a": {
            "id TEXT NOT NULL",
            "b TEXT",
            "CONSTRAINT c CHECK (b IN ('x, y', '('))",
            "CREATE INDEX ix ON a (b)",
        }
    }


async def test_the_order_of_parts_means_nothing():
    one = await tables_of(database("sqlite", ("a", "table", "CREATE TABLE a (b TEXT, c TEXT)")))
    other = await tables_of(database("sqlite", ("a", "table", "CREATE TABLE a (c TEXT,  b TEXT)")))
    assert one == other


async def test_postgresql_says_it_by_itself():
    seen = await tables_of(database("postgresql", ('"order"', "column a"), ("order", "column b")))
    assert seen == {"order": {"column a", "column b"}}
