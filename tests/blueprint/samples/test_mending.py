"""A row is found under rules that ask for far more than plain values, or none is claimed."""

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
