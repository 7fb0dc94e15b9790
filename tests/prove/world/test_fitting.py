"""Fitting: the fewest changes after which every rule holds."""

from datetime import UTC, datetime
from decimal import Decimal

from backstay.blueprint.expressions.tree import bind
from backstay.prove.world.fitting import (
    another_value,
    fitted,
    kept,
    made_true,
    met,
    tried,
)

CART = {
    "status": "cart",
    "note": None,
    "shipping": Decimal("4.90"),
    "subtotal": Decimal(0),
    "placed_at": None,
    "ship_by": None,
    "is_gift": False,
    "customer": None,
    "address": None,
}


def test_nothing_changes_where_the_rules_hold_already(shop):
    assert fitted(shop, shop.resource("Order"), CART, {"status": "cancelled"}) == {
        "status": "cancelled"
    }


def test_what_a_rule_asks_for_comes_along(shop):
    changes = fitted(shop, shop.resource("Order"), CART, {"status": "placed"})
    assert changes is not None
    assert changes["status"] == "placed"
    assert changes["placed_at"] is not None


def test_both_states_must_be_possible_where_a_step_is_meant(shop):
    order = shop.resource("Order")
    changes = fitted(shop, order, CART, {"status": "cart"}, {"status": "placed"})
    assert changes is not None
    assert changes["placed_at"] is not None


def test_none_is_said_where_no_change_is_found(shop):
    stock = shop.resource("Stock")
    row = {"on_hand": 0, "reserved": 0, "counted_on": datetime(2024, 1, 1, tzinfo=UTC).date()}
    assert fitted(shop, stock, row, {"on_hand": 0, "reserved": 5}) is None


def test_a_condition_is_made_true_and_untrue(shop):
    order = shop.resource("Order")
    rule = next(rule for rule in order.rules if rule.name == "one_cart")
    bound = bind(rule.when, order)
    away = made_true(shop, order, CART, rule.when, holds=False)
    assert away is not None
    assert not met(bound, CART | away)
    assert made_true(shop, order, CART | away, rule.when) == {"status": "cart"}
    assert made_true(shop, order, CART, None) == {}


def test_unknown_breaks_no_rule_and_meets_no_condition(timetrack):
    entry = timetrack.resource("TimeEntry")
    check = bind(entry.rules[0].check, entry)
    row = {"start_time": None, "end_time": datetime(2024, 1, 1, tzinfo=UTC)}
    assert kept(row, [check])
    assert not met(check, row)


def test_another_value_is_one_under_which_the_rules_hold(shop):
    coupon = shop.resource("Coupon")
    row = {"discount": Decimal("2.00"), "least_total": Decimal("5.00")}
    value = another_value(shop, coupon, coupon.field("discount"), row)
    assert value != Decimal("2.00")
    assert value <= Decimal("5.00")
    code = {another_value(shop, coupon, coupon.field("code"), row) for _ in range(5)}
    assert len(code) == 5


def test_numbers_beside_those_that_rules_name_are_worth_trying(shop):
    review = shop.resource("Review")
    assert {1, 2, 3} <= set(tried(shop, review, review.field("stars")))
