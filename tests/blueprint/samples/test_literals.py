"""Literals of rules are tried on both sides, as far as the field allows them."""

from datetime import date
from decimal import Decimal
from typing import Any

from backstay.blueprint.samples.literals import near_literals

EXAM = """
  Exam:
    fields:
      mark: int 50..61
      fee: decimal 6.2 0..60
      code: text 3..3
      held: date
      closed: date, optional
      note: text ..5, optional
    rules:
      fair: mark >= 60 and mark <= 61
      known: code = 'EUR' or code = 'far too long' or code = 'USD'
      cheap: fee < 60
      soon: closed is null or closed <= held + 30
"""


def near(contract, name: str) -> list[Any]:
    exam = contract(EXAM).resource("Exam")
    return near_literals(exam.field(name), exam)


def test_numbers_come_with_both_neighbours_within_the_bounds(contract) -> None:
    assert {59, 60, 61} <= set(near(contract, "mark"))
    assert 62 not in near(contract, "mark")


def test_decimals_have_neighbours_one_unit_away(contract) -> None:
    assert {Decimal("59.99"), Decimal("60.00")} <= set(near(contract, "fee"))
    assert Decimal("60.01") not in near(contract, "fee")


def test_texts_that_fit_are_there(contract) -> None:
    assert near(contract, "code") == ["EUR", "USD"]
    assert near(contract, "note") == ["EUR", "USD"]


def test_dates_are_as_many_days_apart_as_rules_say(contract) -> None:
    assert {date(2020, 1, 31), date(2020, 2, 1), date(2020, 2, 2)} <= set(near(contract, "held"))
