"""One condition, four meanings: evaluated, as SQL on two databases, and as generated Python."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from types import SimpleNamespace
from typing import Any

import asyncpg
import pytest
from hypothesis import HealthCheck, given, settings

from backstay.blueprint import Blueprint, parse
from backstay.blueprint.contract import Resource
from backstay.blueprint.expressions import judge
from backstay.blueprint.model import Expression
from backstay.build.expressions.python import Conditions
from backstay.build.expressions.sql import sql_of
from backstay.data import whole_seconds
from tests.build.expressions.trees import COLUMNS, CONTRACT, NOW, conditions, rows

ROWS = rows(60)
TYPES = dict.fromkeys("ij", "bigint") | dict.fromkeys("pq", "boolean") | dict.fromkeys("xy", "date")
TYPES |= dict.fromkeys("sez", "timestamptz") | dict.fromkeys("mn", "numeric(9, 2)")
TYPES |= dict.fromkeys("tuc", 'text COLLATE "C"')
many = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


class SampleC(StrEnum):
    RED = "red"
    GREEN = "green"
    BLUE = "blue"


@pytest.fixture(scope="module")
def blueprint() -> Blueprint:
    return parse(CONTRACT.encode(), "sample.yaml")


@pytest.fixture
def resource(blueprint: Blueprint) -> Resource:
    return next(one for one in blueprint.resources if one.name == "Sample")


def as_sqlite(value: Any) -> Any:
    """What the runtime's column types store there."""
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="microseconds")
    if isinstance(value, Decimal):
        return int(value.scaleb(2))
    return value.isoformat() if isinstance(value, date) else value


@pytest.fixture(scope="module")
def lite() -> Iterator[sqlite3.Connection]:
    columns = ", ".join(f'"{name}"' for name in COLUMNS)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"CREATE TABLE samples (id INTEGER PRIMARY KEY, {columns})")
        for row in ROWS:
            marks = ", ".join("?" * len(COLUMNS))
            values = [as_sqlite(row[name]) for name in COLUMNS]
            connection.execute(f"INSERT INTO samples ({columns}) VALUES ({marks})", values)
        yield connection


@pytest.fixture(scope="module")
def server(postgres: str) -> Iterator[Any]:
    """Asks PostgreSQL, on a connection that lasts for the module."""
    loop = asyncio.new_event_loop()
    connection = loop.run_until_complete(asyncpg.connect(postgres))
    columns = ", ".join(f'"{name}" {TYPES[name]}' for name in COLUMNS)
    made = f"CREATE TEMPORARY TABLE samples (id bigint PRIMARY KEY, {columns})"
    loop.run_until_complete(connection.execute(made))
    records = [(place, *(row[name] for name in COLUMNS)) for place, row in enumerate(ROWS)]
    copied = connection.copy_records_to_table("samples", records=records)
    loop.run_until_complete(copied)
    yield lambda sql: loop.run_until_complete(connection.fetch(sql))
    loop.run_until_complete(connection.close())
    loop.close()


def expected(resource: Resource, tree: Expression) -> list[Any]:
    return [judge(resource, tree, row, NOW, None) for row in ROWS]


@many
@given(tree=conditions)
def test_sqlite_gives_the_meaning(
    blueprint: Blueprint, resource: Resource, lite: sqlite3.Connection, tree: Expression
):
    sql = f"SELECT {sql_of(tree, blueprint, resource).sqlite} FROM samples ORDER BY id"
    found = [None if value is None else bool(value) for (value,) in lite.execute(sql)]
    assert found == expected(resource, tree), sql


@many
@given(tree=conditions)
def test_postgresql_gives_the_meaning(
    blueprint: Blueprint, resource: Resource, server: Any, tree: Expression
):
    sql = f"SELECT {sql_of(tree, blueprint, resource).postgresql} FROM samples ORDER BY id"
    assert [value for (value,) in server(sql)] == expected(resource, tree), sql


@many
@given(tree=conditions)
def test_generated_python_gives_the_meaning(
    blueprint: Blueprint, resource: Resource, tree: Expression
):
    written = Conditions(blueprint, resource, "row")
    true, not_false = written.true(tree), written.not_false(tree)
    known: dict[str, Any] = {"SampleC": SampleC, "whole_seconds": whole_seconds, "now": NOW}
    known |= {"Decimal": Decimal, "timedelta": timedelta}
    for row, value in zip(ROWS, expected(resource, tree), strict=True):
        word = row["c"] and SampleC(row["c"])
        scope = known | {"row": SimpleNamespace(**(row | {"c": word}))}
        assert eval(true, scope) is (value is True), true
        assert eval(not_false, scope) is (value is not False), not_false
