"""The types of expressions: the table of contract.md section 4, cell by cell."""

import pytest

from backstay.blueprint import check
from backstay.blueprint.expressions import type_of
from backstay.blueprint.model import Expression

FIELDS = """\
backstay: 1
service: sample
resources:
  Box:
    fields:
      i: int
      s: seconds
      d: decimal 10.2
      t: text 1..9
      e: email
      b: bool
      day: date
      at: datetime
      key: uuid
      state: open | shut = open
      other: open | shut = open
      box: Box, optional
      second: Box, optional
      owner: User = caller
      maybe: int, optional
    rules:
      r: """


def codes(rule: str) -> list[str]:
    return [mistake.code for mistake in check(f"{FIELDS}{rule}\n".encode())]


@pytest.mark.parametrize(
    "rule",
    [
        "i + s - 1 > d",
        "d + 1 = 2.50",
        "at + 3600 > at - i",
        "day + 7 >= day",
        "at - at > 60",
        "day - day < 7",
        "now - at > 60",
        "day - now < 7",
        "day >= now + 1",
        "at <= now",
        "t = e",
        "t != 'x'",
        "b",
        "b = true",
        "not b and (b or i > 1)",
        "key = key",
        "state = open",
        "shut != state",
        "box = second",
        "owner = caller",
        "caller != owner",
        "maybe is null",
        "box is not null",
        "i > 0.5",
    ],
)
def test_fitting_operands_are_accepted(rule):
    assert codes(rule) == []


@pytest.mark.parametrize(
    "rule",
    [
        "t > 'x'",
        "b > false",
        "key < key",
        "box < second",
        "state < open",
        "i = t",
        "i = b",
        "day = at",
        "day - at > 1",
        "at + at > at",
        "60 + at > at",
        "at + 0.5 > at",
        "now - now > 1 and b",
        "t + t = t",
        "box = owner",
        "box = caller",
        "state = 'open'",
        "owner = 'x'",
        "i is null = b",
        "i",
        "not i",
        "b and now",
        "i = null",
        "(i + 1) is null",
    ],
)
def test_operands_that_do_not_fit_are_refused(rule):
    assert set(codes(rule)) <= {"BS602", "BS108"}
    assert codes(rule)


def test_two_enums_cannot_be_compared_for_a_word_beside_an_enum_is_a_value():
    assert codes("state = other") == ["BS404"]


def test_the_type_of_every_expression_of_a_checked_contract_can_be_asked(timetrack):
    entry = timetrack.resource("TimeEntry")
    duration = entry.field("duration").computed

    assert type_of(duration, timetrack, entry) == "whole"
    assert type_of(Expression("name", ("task",)), timetrack, entry) == "reference to Task"
    assert type_of(Expression("now"), timetrack, entry) == "now"
    assert type_of(entry.actions[0].when, timetrack, entry) == "bool"


def test_an_expression_of_another_resource_has_no_type(timetrack):
    with pytest.raises(ValueError, match="has no field `end_time`"):
        type_of(Expression("name", ("end_time",)), timetrack, timetrack.resource("Task"))
