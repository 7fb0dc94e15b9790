"""SQL that the two databases spell differently."""

from sqlalchemy import Column, Dialect, Index, MetaData, Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.postgresql import asyncpg
from sqlalchemy.schema import CreateIndex

from backstay.data import ascending, descending, per_database
from backstay.data.database import Database
from tests.desk.people import account, note, notes

DIALECTS: dict[str, Dialect] = {
    "postgresql": asyncpg.dialect(),  # type: ignore[no-untyped-call]  # SQLAlchemy's
    "sqlite": sqlite.dialect(),
}


def test_a_condition_is_written_once_per_database():
    condition = per_database(postgresql="is_active", sqlite="is_active = 1")
    found = {name: str(condition.compile(dialect=one)) for name, one in DIALECTS.items()}
    assert found == {"postgresql": "is_active", "sqlite": "is_active = 1"}


def test_an_index_that_descends_has_nulls_last_where_that_can_be_said():
    index = Index("ix", descending("due"), descending("order"))
    Table("t", MetaData(), Column("due"), Column("order"), index)
    found = {name: str(CreateIndex(index).compile(dialect=one)) for name, one in DIALECTS.items()}
    assert found["postgresql"].endswith('(due DESC NULLS LAST, "order" DESC NULLS LAST)')
    assert found["sqlite"].endswith('(due DESC, "order" DESC)')


def test_a_later_column_of_an_index_has_nulls_last_as_its_order_says_it():
    index = Index("ix", "kind", ascending("order"))
    Table("t", MetaData(), Column("kind"), Column("order"), index)
    found = {name: str(CreateIndex(index).compile(dialect=one)) for name, one in DIALECTS.items()}
    assert found["postgresql"].endswith('(kind, "order")')
    assert found["sqlite"].endswith('(kind, "order" IS NULL, "order")')


def test_a_column_without_nulls_says_nothing_of_them():
    index = Index("ix", descending("made", nulls=False))
    Table("t", MetaData(), Column("made"), index)
    for dialect in DIALECTS.values():
        assert str(CreateIndex(index).compile(dialect=dialect)).endswith("(made DESC)")


async def test_any_number_of_ids_is_one_bound_value(database: Database):
    ann = await account(database)
    made = [await note(database, ann, f"n{place}") for place in range(4)]
    mine = notes(database, ann)

    assert await mine.among([]) == []
    found = await mine.among([row.id for row in made[:3]] * 2)
    assert {row.id for row in found} == {row.id for row in made[:3]}
    statements = len(database._statements)
    assert len(await mine.among([row.id for row in made])) == 4
    assert len(database._statements) == statements
