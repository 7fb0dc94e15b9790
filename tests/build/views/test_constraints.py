"""SQL in models and migrations says what the contract says, colons and all."""

import sqlite3

import pytest
from sqlalchemy import CheckConstraint, Column, MetaData, String, Table, create_engine, text

from backstay.build.sql.condition import Sql
from backstay.build.views.constraints import as_text, sql_text


def test_a_word_after_a_colon_is_no_value_to_be_bound() -> None:
    assert as_text("label <> ':x' AND b = 1::int") == "label <> '\\:x' AND b = 1::int"
    assert not text(as_text("label <> ':x'"))._bindparams


def test_the_database_holds_the_very_words() -> None:
    source = sql_text(Sql("label <> ':x'", "label <> ':x'"))
    engine = create_engine("sqlite://")
    check = CheckConstraint(eval(source), name="free")
    Table("rows", MetaData(), Column("label", String), check).create(engine)

    with engine.begin() as connection:
        connection.execute(text("INSERT INTO rows VALUES ('y')"))
        with pytest.raises(Exception, match="free") as refused:
            connection.execute(text("INSERT INTO rows VALUES (:label)"), {"label": ":x"})
        assert isinstance(refused.value.__cause__, sqlite3.IntegrityError)
