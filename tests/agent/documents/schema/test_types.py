"""Types are called what both databases call them."""

from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from backstay.agent.documents.schema.types import types_of, word_of
from backstay.build.tables.columns import _DDL
from backstay.data.types import Day, Json, Money, Text, UtcDateTime

MADE: dict[str, Any] = {
    "sa.Uuid()": sa.Uuid(),
    "sa.BigInteger()": sa.BigInteger(),
    "sa.Boolean()": sa.Boolean(),
    "Day()": Day(),
    "UtcDateTime()": UtcDateTime(),
    "Json()": Json(),
    "Text(255)": Text(255),
    "Money(10, 2)": Money(10, 2),
}


@pytest.mark.parametrize("ddl", MADE)
def test_the_databases_say_the_same(ddl) -> None:
    spoken = [MADE[ddl].compile(one.dialect()) for one in (postgresql, sqlite)]

    told = types_of(ddl)

    assert told[0].upper().replace(" ", "") == spoken[0].partition(" COLLATE")[0].replace(" ", "")
    assert told[1] == spoken[1]


def test_every_type_of_a_column_is_known_and_one_word() -> None:
    for ddl in (*_DDL.values(), *MADE):
        assert types_of(ddl) != (ddl, ddl)
        assert word_of(ddl).isalpha()
    assert types_of("Own()") == ("Own()", "Own()")
    assert word_of("Own()") == "other"
