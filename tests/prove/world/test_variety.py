"""Variety: rows that sorting and filtering can tell apart, and that keep their bounds."""

from typing import Any

from backstay.blueprint import Blueprint
from backstay.blueprint.bounds import bounds
from backstay.prove.world.variety import varied

MANY = 40


def values(blueprint: Blueprint, resource: str, name: str) -> list[Any]:
    field = blueprint.resource(resource).field(name)
    return [varied(field, blueprint, number) for number in range(MANY)]


def test_some_are_alike_and_some_are_not(shop):
    for resource, name in (("Product", "price"), ("Review", "stars"), ("Order", "status")):
        found = values(shop, resource, name)
        assert 1 < len(set(found)) < MANY, name


def test_what_is_optional_is_null_now_and_then(shop):
    assert 0 < values(shop, "Order", "placed_at").count(None) < MANY / 2
    assert None not in values(shop, "Product", "name")


def test_what_is_unique_never_comes_twice(shop):
    assert len(set(values(shop, "Product", "sku"))) == MANY


def test_bounds_are_kept(shop):
    low, high = bounds(shop.resource("Product").field("name"))
    assert all(low <= len(text) <= high for text in values(shop, "Product", "name"))
    assert set(values(shop, "Review", "stars")) <= set(range(1, 6))
    assert all(price > 0 for price in values(shop, "Product", "price"))
