"""Computed fields hold what their type says: all places of decimals, truths that are never null."""

import pytest

from backstay.build.views.computed import computeds_of

PLAN = """
  Plan:
    fields:
      hours: int
      days: int, optional
      price: decimal 6.2
      whole: decimal 9.1 = hours + 1, computed
      twice: decimal 6.2 = price + price, computed
      either: bool = (hours = 1 or days is null), computed
      long: bool = (days > 1), computed
"""


@pytest.fixture
def bodies(contract):
    blueprint = contract(PLAN)
    return {one.name: one for one in computeds_of(blueprint, blueprint.resource("Plan"))}


def test_a_sum_of_whole_numbers_is_a_decimal_where_one_stands(bodies):
    assert bodies["whole"].body == ('return self.hours + 1 + Decimal("0.0")',)
    assert bodies["twice"].body == ("return self.price + self.price",)


def test_what_is_never_null_is_answered_at_once(bodies):
    assert bodies["either"].body == ("return self.hours == 1 or self.days is None",)
    assert bodies["either"].annotation == "bool"
    assert len(bodies["long"].body) == 3
    assert bodies["long"].annotation == "bool | None"
