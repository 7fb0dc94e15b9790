"""Questions about expressions: which fields, which values of enums, whether null."""

import pytest

from backstay.blueprint.expressions import bind, depends_on_request, names_in, nullable, show
from backstay.blueprint.model import Expression

BOX = """
  Box:
    fields:
      state: open | shut | label = open
      label: text 1..40
      size: int, optional
      n: int
      owner: User = caller
    rules:
      clash: state = label and label != 'x'
      turned: shut != state or size > n
      seen: size is null
      whose: owner = caller
      sum: n + 1 > 3
"""


@pytest.fixture(scope="module")
def rules(contract):
    box = contract(BOX).resource("Box")
    return box, {rule.name: rule.check for rule in box.rules}


def test_a_word_beside_an_enum_is_a_value_even_where_a_field_has_its_name(rules):
    box, rule = rules

    assert show(bind(rule["clash"], box)) == "state = 'label' and label != 'x'"
    assert show(bind(rule["turned"], box)) == "'shut' != state or size > n"


def test_names_are_the_fields_each_once(rules):
    box, rule = rules

    assert names_in(rule["clash"], box) == ("state", "label")
    assert names_in(rule["turned"], box) == ("state", "size", "n")


def test_now_and_caller_depend_on_the_request(rules):
    _, rule = rules

    assert depends_on_request(rule["whose"])
    assert not depends_on_request(rule["clash"])


def test_only_what_speaks_of_an_optional_field_may_be_null(rules):
    box, rule = rules

    assert nullable(rule["turned"], box)
    assert not nullable(rule["seen"], box)
    assert not nullable(rule["clash"], box)
    assert not nullable(rule["sum"], box)
    assert nullable(Expression("null"), box)
