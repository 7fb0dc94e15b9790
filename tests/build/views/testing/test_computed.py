"""Computed fields are tested with one row for each kind of answer, and none beyond the calendar."""

from backstay.build.views.testing.computed import computed_tests_view

STAY = """
  Stay:
    fields:
      starts: date
      days: int 1_000_000_000.., optional
      nights: int 1..9, optional
      ends: date = starts + days, computed
      leaves: date = starts + nights, computed
      is_long: bool = (nights > 5), computed
"""


def test_a_value_and_null_and_both_truths(contract):
    blueprint = contract(STAY)
    view = computed_tests_view(blueprint, blueprint.resource("Stay"))
    seen: dict[str, list[str]] = {}
    for one in view.computed:
        seen.setdefault(one.name, []).append(one.value)

    assert seen == {
        "ends": ["None"],
        "leaves": ["date(2020, 1, 3)", "None"],
        "is_long": ["False", "True", "None"],
    }
