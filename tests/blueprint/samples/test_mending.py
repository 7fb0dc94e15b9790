"""A row is found under rules that ask for far more than plain values, or none is claimed."""

from datetime import date
from decimal import Decimal

from backstay.blueprint.model import Expression
from backstay.blueprint.samples.mending import broken_in, is_true, mended
from backstay.blueprint.samples.rows import all_hold, checks_of, good_row

LETTERS = "abcdefghij"
MANY = f"""
  Sheet:
    fields:
{"".join(f"      {one}: int 0..100 = 0{chr(10)}" for one in LETTERS)}
    rules:
{"".join(f"      at_{one}: {one} >= 50 and {one} <= 60{chr(10)}" for one in LETTERS)}
"""
CURRENCY = """
  Price:
    fields: {currency: text 3..3, amount: int}
    rules: {known: "currency = 'EUR' or currency = 'USD'"}
"""
NEVER = """
  Never:
    fields: {amount: int}
    rules: {low: amount < 5, high: amount > 5}
"""


def test_ten_fields_that_all_must_be_other_than_plain(contract) -> None:
    blueprint = contract(MANY)
    sheet = blueprint.resource("Sheet")
    row = good_row(blueprint, sheet)
    assert row is not None
    assert all_hold(row, checks_of(sheet))


def test_texts_that_only_a_rule_knows(contract) -> None:
    blueprint = contract(CURRENCY)
    row = good_row(blueprint, blueprint.resource("Price"))
    assert row is not None
    assert row["currency"] == "EUR"


def test_rules_that_contradict_each_other_have_no_row(contract) -> None:
    blueprint = contract(NEVER)
    assert good_row(blueprint, blueprint.resource("Never")) is None


STEPS = """
  Step:
    fields: {tries: int 0..3 = 0, state: new | old = new, note: "text ..9, optional"}
    rules: {few: "tries < 3 or state = old", said: "state = new or note is not null"}
"""
CALENDAR = """
  Stay:
    fields: {starts: date, ends: date, days: "int, optional"}
    rules: {in_time: "ends <= starts + days"}
"""


def test_what_is_wanted_is_true_and_what_is_still_stays(contract) -> None:
    blueprint = contract(STEPS)
    step = blueprint.resource("Step")
    start = {"tries": 0, "state": "new", "note": None}
    few = Expression("<", (Expression("name", ("tries",)), Expression("number", (Decimal(3),))))
    wanted = [Expression("not", (few,))]

    row = mended(blueprint, step, start, checks_of(step), wanted=wanted)
    kept = mended(blueprint, step, start, checks_of(step), wanted=wanted, still=["state"])

    assert row is not None
    assert (row["tries"], row["state"], row["note"] is None) == (3, "old", False)
    assert kept is None


def test_what_leaves_the_calendar_breaks_a_rule_and_is_not_true(contract) -> None:
    stay = contract(CALENDAR).resource("Stay")
    far = {"starts": date(2026, 1, 1), "ends": date(2026, 1, 2), "days": 2**53 - 1}
    (check,) = checks_of(stay)

    assert broken_in(far, [check]) == [check]
    assert not is_true(check, far)
    assert is_true(check, far | {"days": 5})
