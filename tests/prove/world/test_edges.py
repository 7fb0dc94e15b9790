"""Edges: what is just inside a field's type, and what is just outside."""

from decimal import Decimal

import pytest

from backstay.blueprint import Blueprint, parse
from backstay.prove.world.edges import Edges, edges, letters

CONTRACT = b"""backstay: 1
service: a
resources:
  Thing:
    fields:
      title: text 2..5
      mail: email
      site: url
      count: int 1..9
      price: decimal 6.2 0..10
      loose: decimal 6.2
      state: open | done
      is_on: bool
      day: date
      at: datetime, optional
      code: uuid
      more: json
      length: seconds
"""


@pytest.fixture(scope="module")
def blueprint():
    return parse(CONTRACT, "contract")


def found(blueprint: Blueprint, name: str) -> Edges:
    return edges(blueprint.resource("Thing").field(name), blueprint)


def test_texts_are_as_long_as_they_may_be_and_one_more(blueprint):
    title = found(blueprint, "title")
    assert {len(value) for value in title.good} == {2, 5}
    assert {len(value) for value in title.bad if isinstance(value, str)} >= {1, 6}


def test_numbers_stand_at_their_bounds_and_beside_them(blueprint):
    assert found(blueprint, "count").good == (1, 9)
    assert {0, 10} <= {value for value in found(blueprint, "count").bad if type(value) is int}
    price = found(blueprint, "price")
    assert price.good == ("0.00", "10.00")
    assert {"-0.01", "10.01", "0.001"} <= set(price.bad)
    assert found(blueprint, "loose").good == ("-9999.99", "9999.99")


def test_what_is_optional_takes_null_and_all_else_refuses_it(blueprint):
    assert None in found(blueprint, "at").good
    for field in blueprint.resource("Thing").fields:
        if not field.optional:
            assert None in edges(field, blueprint).bad, field.name


@pytest.mark.parametrize(
    "name", ["mail", "site", "state", "is_on", "day", "code", "more", "length"]
)
def test_every_type_has_both(blueprint, name):
    assert found(blueprint, name).good
    assert len(found(blueprint, name).bad) > 1


def test_letters_are_other_ones_each_time():
    assert len(letters(12)) == 12
    assert letters(12) != letters(12)


def test_bounds_of_addresses_and_links(blueprint):
    assert max(len(value) for value in found(blueprint, "mail").good) == 254
    assert max(len(value) for value in found(blueprint, "site").good) == 2048
    assert Decimal(str(max(len(str(value)) for value in found(blueprint, "site").bad))) == 2049
