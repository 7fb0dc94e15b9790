"""Typed conditions over one resource, and rows full of edges and nulls."""

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, TypeAlias

from hypothesis import strategies as st

from backstay.blueprint.model import Expression

CONTRACT = """backstay: 1
service: sample
roles: [admin, member]
resources:
  Sample:
    fields:
      i: int -100..100, optional
      j: int -100..100
      p: bool, optional
      q: bool
      s: datetime, optional
      e: datetime, optional
      z: datetime
      x: date, optional
      y: date
      m: decimal 9.2, optional
      n: decimal 9.2
      t: text 1..50, optional
      u: text 1..50
      c: red | green | blue, optional
"""
COLUMNS = "i j p q s e z x y m n t u c".split()
OPTIONAL = "i p s e x m t c".split()
NOW = datetime(2026, 11, 20, 12, 0, 0, 500_000, UTC)
Strategy: TypeAlias = st.SearchStrategy[Expression]


def names(*of: str) -> Strategy:
    return st.sampled_from(of).map(lambda name: Expression("name", (name,)))


def numbers(low: int, high: int, places: int = 0) -> Strategy:
    amounts = st.integers(low * 10**places, high * 10**places)
    return amounts.map(lambda one: Expression("number", (Decimal(one).scaleb(-places),)))


def pairs(ops: Sequence[str], left: Strategy, right: Strategy) -> Strategy:
    return st.builds(lambda op, a, b: Expression(op, (a, b)), st.sampled_from(ops), left, right)


ORDER, EQUAL = ["=", "!=", "<", "<=", ">", ">="], ["=", "!="]
plain = names("i", "j") | numbers(0, 9)
moments = names("s", "e", "z")
days = names("x", "y")
wholes = st.recursive(
    plain | pairs(["-"], moments, moments) | pairs(["-"], days, days),
    lambda inner: pairs(["+", "-"], inner, inner),
    max_leaves=3,
)
money = st.recursive(
    names("m", "n"),
    lambda inner: pairs(["+", "-"], inner, inner | plain | numbers(0, 9, 2)),
    max_leaves=3,
)
later = moments | pairs(["+", "-"], moments, plain | numbers(0, 4000))
other_day = days | pairs(["+", "-"], days, plain)
words = st.builds(
    lambda op, word: Expression(op, (Expression("name", ("c",)), Expression("string", (word,)))),
    st.sampled_from(EQUAL),
    st.sampled_from(["red", "green", "blue"]),
)
tests = st.one_of(
    pairs(ORDER, wholes, wholes),
    pairs(ORDER, money, money | plain | numbers(0, 9, 2)),
    pairs(ORDER, later, later),
    pairs(ORDER, other_day, other_day),
    pairs(EQUAL, names("t", "u"), names("t", "u")),
    words,
    names("p", "q"),
    st.builds(
        lambda op, name: Expression(op, (name,)),
        st.sampled_from(["is null", "is not null"]),
        names(*OPTIONAL),
    ),
)
conditions = st.recursive(
    tests,
    lambda inner: pairs(["and", "or"], inner, inner) | inner.map(lambda e: Expression("not", (e,))),
    max_leaves=5,
)


MOMENTS = [
    start + timedelta(microseconds=span)
    for start in (NOW, NOW.replace(microsecond=0), datetime(1969, 12, 31, 23, 59, 59, 999_999, UTC))
    for span in (-1, 0, 1, 999_999, 1_000_000, 3_600_000_000)
]
DAYS = [date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1)]
MONEY = [Decimal(amount) for amount in ("0.00", "1.50", "-0.05", "9.99")]
VALUES: dict[str, Sequence[Any]] = {
    **dict.fromkeys("ij", (-2, 0, 1, 100)),
    **dict.fromkeys("pq", (True, False)),
    **dict.fromkeys("sez", MOMENTS),
    **dict.fromkeys("xy", DAYS),
    **dict.fromkeys("mn", MONEY),
    **dict.fromkeys("tu", ("a", "B", "ä", "a'")),
    "c": ("red", "green"),
}


def rows(amount: int) -> list[dict[str, Any]]:
    """Rows that are the same in every run; values are few, so that many are equal."""
    chance = random.Random(7)
    made = []
    for _ in range(amount):
        row = {name: chance.choice(VALUES[name]) for name in COLUMNS}
        row |= {name: None for name in OPTIONAL if chance.random() < 0.3}
        made.append(row)
    return made
