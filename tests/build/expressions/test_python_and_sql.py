"""One condition in Python and in SQLite says what the language says, for rows at random."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backstay.blueprint.expressions import evaluate
from backstay.blueprint.expressions.tree import bind
from backstay.blueprint.samples.values import NOW, SOME_ID
from backstay.build.expressions.python import Conditions
from backstay.build.expressions.sql import sql_of

CONDITIONS = [
    "n > 3",
    "3 < m",
    "not (n = m)",
    "not not (m >= 1)",
    "m is null or n < m",
    "m is not null and n + 1 <= m - 2",
    "n - (m + 1) != 2",
    "ok",
    "not ok",
    "ok = true or maybe = false",
    "maybe != true and n > 0",
    "kind = one",
    "kind != two or m is null",
    "word = 'it''s'",
    "word != 'a'",
    "price < 1.50 + cost",
    "price >= cost - 1",
    "price = 2 or cost is null",
    "ends is null or ends > starts + 3600",
    "ends - starts > 60",
    "starts - 5 < ends",
    "day + 1 <= due",
    "due - day > 3",
    "(n > 1 or ok) and not (m < 2 and maybe)",
    "true and n = 1",
    "1 = 1 or n > 0",
    "ends = starts",
]
FIELDS = """
  Thing:
    fields:
      n: int -9..9
      m: int -9..9, optional
      ok: bool
      maybe: bool, optional
      kind: one | two
      word: text ..9, optional
      price: decimal 8.2
      cost: decimal 8.2, optional
      starts: datetime
      ends: datetime, optional
      day: date
      due: date, optional
    rules:
"""
DAY = timedelta(days=1)
MOMENTS = st.timedeltas(timedelta(0), DAY).map(lambda one: datetime(2020, 1, 1, tzinfo=UTC) + one)
DAYS = st.dates(date(2020, 1, 1), date(2020, 1, 9))
MONEY = st.integers(-400, 400).map(lambda cents: Decimal(cents) / 100)
ROWS = st.fixed_dictionaries(
    {
        "n": st.integers(-9, 9),
        "m": st.none() | st.integers(-9, 9),
        "ok": st.booleans(),
        "maybe": st.none() | st.booleans(),
        "kind": st.sampled_from(["one", "two"]),
        "word": st.none() | st.sampled_from(["a", "it's", ""]),
        "price": MONEY,
        "cost": st.none() | MONEY,
        "starts": MOMENTS,
        "ends": st.none() | MOMENTS,
        "day": DAYS,
        "due": st.none() | DAYS,
    }
)


@pytest.fixture(scope="module")
def thing(contract):
    """The blueprint with every condition as a rule, and the resource."""
    lines = [f'      c{n}: "{text}"' for n, text in enumerate(CONDITIONS)]
    blueprint = contract(FIELDS.lstrip("\n") + "\n".join(lines) + "\n")
    return blueprint, blueprint.resource("Thing")


def whole_seconds(span: timedelta) -> int:
    return span // timedelta(seconds=1)


def stored(value: Any) -> Any:
    """A value as SQLite holds it: scaled money, times in fixed width."""
    if isinstance(value, Decimal):
        return int(value * 100)
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S.%f+00:00")
    return value.isoformat() if isinstance(value, date) else value


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(row=ROWS)
def test_python_sqlite_and_the_language_agree(thing, row):
    blueprint, resource = thing
    writer = Conditions(blueprint, resource, "row")
    kinds = SimpleNamespace(ONE="one", TWO="two")
    names = {"timedelta": timedelta, "Decimal": Decimal, "whole_seconds": whole_seconds}
    scope = {"row": SimpleNamespace(**row), "ThingKind": kinds, **names}
    columns = ", ".join(f"? AS {name}" for name in row)
    with closing(sqlite3.connect(":memory:")) as connection:
        for rule in resource.rules:
            told = evaluate(bind(rule.check, resource), row, NOW, SOME_ID)
            true, kept = writer.true(rule.check), writer.not_false(rule.check)
            assert eval(true, scope) is (told is True), true
            assert eval(kept, scope) is (told is not False), kept
            sql = sql_of(rule.check, blueprint, resource).sqlite
            values = [stored(value) for value in row.values()]
            (found,) = connection.execute(
                f"SELECT {sql} FROM (SELECT {columns})", values
            ).fetchone()
            assert found == told, sql
