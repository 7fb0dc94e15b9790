"""`evaluate` agrees with a database on random rows and expressions: SQLite decides."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstay.blueprint.expressions import evaluate
from backstay.blueprint.expressions.show import COMPARISONS
from backstay.blueprint.model import Expression

NOW = datetime(2026, 11, 20, tzinfo=UTC)
Strategy: TypeAlias = st.SearchStrategy[Expression]
INTS, BOOLS, TIMES, DAYS = ("i", "j", "k"), ("p", "q"), ("s", "e"), ("x", "y")
COLUMNS = (*INTS, *BOOLS, *TIMES, *DAYS)
TIME_TEXT = "%Y-%m-%dT%H:%M:%S.%fZ"

ints = st.sampled_from(INTS).map(lambda n: Expression("name", (n,))) | st.integers(-9, 9).map(
    lambda n: Expression("number", (Decimal(n),))
)
times = st.sampled_from(TIMES).map(lambda n: Expression("name", (n,)))
days = st.sampled_from(DAYS).map(lambda n: Expression("name", (n,)))


def pairs(ops: Sequence[str], left: Strategy, right: Strategy) -> Strategy:
    return st.builds(lambda op, a, b: Expression(op, (a, b)), st.sampled_from(ops), left, right)


sums = st.recursive(
    ints | pairs(["-"], times, times) | pairs(["-"], days, days),
    lambda inner: pairs(["+", "-"], inner, inner),
    max_leaves=4,
)
tests = st.one_of(
    pairs(COMPARISONS, sums, sums),
    pairs(COMPARISONS, times, times),
    pairs(COMPARISONS, days, days),
    st.sampled_from(BOOLS).map(lambda n: Expression("name", (n,))),
    st.builds(
        lambda op, n: Expression(op, (Expression("name", (n,)),)),
        st.sampled_from(["is null", "is not null"]),
        st.sampled_from(COLUMNS),
    ),
)
conditions = st.recursive(
    tests,
    lambda inner: pairs(["and", "or"], inner, inner) | inner.map(lambda e: Expression("not", (e,))),
    max_leaves=6,
)
moments = st.integers(0, 10_000_000).map(lambda n: NOW + timedelta(microseconds=n * 333_333))
rows = st.fixed_dictionaries(
    {
        **{name: st.none() | st.integers(-9, 9) for name in INTS},
        **{name: st.none() | st.booleans() for name in BOOLS},
        **{name: st.none() | moments for name in TIMES},
        **{
            name: st.none() | st.integers(0, 800).map(lambda n: date(2024, 1, 1) + timedelta(n))
            for name in DAYS
        },
    }
)


def micros(column: str) -> str:
    """Microseconds since 1970 of fixed-width UTC text: fractions are cut, never rounded."""
    return f"(strftime('%s', substr({column}, 1, 19)) * 1000000 + substr({column}, 21, 6))"


def sql(expression: Expression) -> str:
    """The hand translation."""
    op, parts = expression.op, expression.parts
    inner = [part for part in parts if isinstance(part, Expression)]
    if not inner:
        return f"({parts[0]})"
    if op == "not":
        return f"(not {sql(inner[0])})"
    if op in ("is null", "is not null"):
        return f"({sql(inner[0])} {op})"
    left, right = inner
    if op == "-" and left.op == "name" and left.parts[0] not in INTS:
        return difference(str(left.parts[0]), str(right.parts[0]))
    return f"({sql(left)} {'<>' if op == '!=' else op} {sql(right)})"


def difference(left: str, right: str) -> str:
    """Whole days, or whole seconds rounded down; `/` of SQLite rounds towards zero."""
    if left in DAYS:
        return f"cast(julianday({left}) - julianday({right}) as integer)"
    micro = f"({micros(left)} - {micros(right)})"
    return f"(({micro} - ((({micro} % 1000000) + 1000000) % 1000000)) / 1000000)"


def stored(value: object) -> object:
    if isinstance(value, datetime):
        return value.strftime(TIME_TEXT)
    return value.isoformat() if isinstance(value, date) else value


def asked(database: sqlite3.Connection, expression: Expression, row: Mapping[str, Any]) -> Any:
    inner = ", ".join(f"? as {name}" for name in COLUMNS)
    statement = f"select {sql(expression)} from (select {inner})"
    return database.execute(statement, [stored(row[name]) for name in COLUMNS]).fetchone()[0]


@pytest.fixture(scope="module")
def database():
    connection = sqlite3.connect(":memory:")
    yield connection
    connection.close()


@settings(max_examples=600, derandomize=True, deadline=None)
@given(expression=conditions, row=rows)
def test_conditions_come_out_as_in_the_database(database, expression, row):
    found = asked(database, expression, row)

    assert evaluate(expression, row, NOW, None) is (None if found is None else bool(found))


@settings(max_examples=300, derandomize=True, deadline=None)
@given(expression=sums, row=rows)
def test_sums_come_out_as_in_the_database(database, expression, row):
    assert evaluate(expression, row, NOW, None) == asked(database, expression, row)
