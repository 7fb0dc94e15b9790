"""Databases of the prover's own: rows as the runtime keeps them, and what is refused."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest

from backstay.blueprint import parse
from backstay.prove.subject.database import RefusedError, literal, quoted
from backstay.prove.subject.sqlite import SqliteDatabase
from backstay.prove.subject.sqlite_schema import without_checks
from backstay.prove.subject.sqlite_values import stored
from backstay.prove.subject.subject import fresh_database
from tests.servers import POSTGRES

CONTRACT = b"""backstay: 1
service: a
resources:
  Thing:
    fields: {title: text 1..9, price: decimal 6.2, at: datetime, more: "json, optional"}
"""
TABLE = {
    "sqlite": "CREATE TABLE things (id TEXT PRIMARY KEY, title TEXT NOT NULL, price INTEGER,"
    " at TEXT, more TEXT, CONSTRAINT ck_title CHECK (length(title) > 0), UNIQUE (title))",
    "postgresql": "CREATE TABLE things (id uuid PRIMARY KEY, title varchar(9) NOT NULL UNIQUE,"
    " price numeric(6,2), at timestamptz, more jsonb, CHECK (length(title) > 0))",
}
AT = datetime(2024, 1, 2, 3, tzinfo=UTC)


@pytest.fixture(scope="module")
def blueprint():
    return parse(CONTRACT, "contract")


@pytest.fixture(params=["sqlite", POSTGRES], ids=["sqlite", "pg"])
def where(request):
    """A file, or the server; without one it skips by name, and fails in CI."""
    if request.param == POSTGRES:
        request.getfixturevalue("postgres")
    return request.param


@pytest.fixture
async def database(where):
    async with fresh_database(where) as made:
        await made.execute(TABLE[made.kind])
        yield made


def row(**values: Any) -> dict[str, Any]:
    plain = {"id": uuid4(), "title": "one", "price": Decimal("1.50"), "at": AT, "more": {"a": 1}}
    return plain | values


async def test_a_row_is_stored_read_changed_and_removed(database, blueprint):
    thing, one = blueprint.resource("Thing"), row()
    await database.insert(blueprint, thing, [one])
    await database.insert(blueprint, thing, [])
    found = await database.row(thing, str(one["id"]))
    assert UUID(str(found["id"])) == one["id"]
    assert found["price"] in (150, Decimal("1.50"))
    await database.change(thing, str(one["id"]), {"title": "two", "price": Decimal("2.00")})
    assert (await database.row(thing, str(one["id"])))["title"] == "two"
    await database.remove(thing, str(one["id"]))
    assert await database.row(thing, str(one["id"])) is None


async def test_what_the_database_refuses_is_said_and_not_stored(database, blueprint):
    thing, one = blueprint.resource("Thing"), row()
    await database.insert(blueprint, thing, [one])
    for refused in (
        database.insert(blueprint, thing, [row(title="three"), row()]),
        database.change(thing, str(one["id"]), {"title": ""}),
        database.change(thing, str(one["id"]), {"title": None}),
        database.execute(
            f"INSERT INTO things (id, title) VALUES ({database.key(str(uuid4()))}, 'one')"
        ),
    ):
        with pytest.raises(RefusedError):
            await refused
    assert await database.fetch("SELECT count(*) FROM things") == [(1,)]


async def test_without_its_checks_it_takes_what_they_refused(database, blueprint):
    thing, one = blueprint.resource("Thing"), row()
    await database.insert(blueprint, thing, [one])
    await database.drop_checks()
    await database.change(thing, str(one["id"]), {"title": ""})
    assert (await database.row(thing, str(one["id"])))["title"] == ""


async def test_a_copied_row_goes_in_as_it_came_out(database, blueprint):
    thing, one = blueprint.resource("Thing"), row()
    await database.insert(blueprint, thing, [one])
    found = await database.row(thing, str(one["id"]))
    copy = uuid4()
    await database.insert(blueprint, thing, [found | {"id": copy, "title": "copy"}])
    again = await database.row(thing, str(copy))
    assert (again["price"], again["at"], again["more"]) == (
        found["price"],
        found["at"],
        found["more"],
    )


async def test_a_plan_is_shown(database):
    assert "things" in await database.explain("SELECT * FROM things")


async def test_an_index_is_taken_where_it_is_asked_for(database, blueprint):
    thing = blueprint.resource("Thing")
    await database.insert(blueprint, thing, [row(title=f"t{number}") for number in range(9)])
    sql = "SELECT title FROM things ORDER BY id"
    steps = await database.plan(sql, by_index=True)
    assert [step.kind for step in steps if step.table] == ["walk"]
    plain = await database.plan("SELECT * FROM things")
    assert [step.kind for step in plain] == ["scan"]


def test_values_as_sqlite_keeps_them():
    some = UUID("0198c0de-0000-7000-8000-000000000001")
    assert stored(some, 0) == some.hex
    assert stored(AT, 0) == "2024-01-02 03:00:00.000000+00:00"
    assert stored(date(2024, 1, 2), 0) == "2024-01-02"
    assert stored(Decimal("1.50"), 2) == 150
    assert stored([1], 0) == "[1]"
    assert stored("text", 0) == "text"


def test_checks_are_cut_out_of_a_table_and_nothing_else():
    sql = "CREATE TABLE a (b INTEGER CHECK (b IN (1, 2)), c TEXT, CONSTRAINT d CHECK (b > (1)))"
    assert without_checks(sql).replace("  ", " ") == "CREATE TABLE a (b INTEGER, c TEXT)"


def test_text_and_names_as_they_stand_in_sql():
    assert literal("it's") == "'it''s'"
    assert quoted("order") == '"order"'


async def test_a_file_leaves_nothing_behind(tmp_path):
    database = SqliteDatabase(tmp_path)
    await database.execute("CREATE TABLE a (b)")
    await database.close()
    assert list(tmp_path.iterdir()) == []
