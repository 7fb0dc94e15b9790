"""Breaking: one change that breaks one rule and no other."""

from datetime import UTC, datetime
from decimal import Decimal

from backstay.blueprint import parse
from backstay.prove.world.breaking import Breaker

ME, OTHER = "0198c0de-0000-7000-8000-000000000001", "0198c0de-0000-7000-8000-000000000002"


def test_the_change_breaks_that_rule_alone(timetrack):
    entry = timetrack.resource("TimeEntry")
    now = {"start_time": datetime(2024, 1, 1, tzinfo=UTC), "end_time": None}
    found = Breaker(timetrack, entry, entry.rules[0], ME).found(now, list(entry.fields))
    assert found is not None
    row = now | found.good | {found.field.name: found.value}
    assert row["end_time"] <= row["start_time"]


def test_a_flow_field_breaks_by_a_step_that_the_flow_has(shop):
    order = shop.resource("Order")
    rule = next(rule for rule in order.rules if rule.name == "placed_has_time")
    now = {field.name: None for field in order.fields} | {
        "status": "cart",
        "is_gift": False,
        "shipping": Decimal(1),
        "subtotal": Decimal(1),
    }
    found = Breaker(shop, order, rule, ME).found(now, [order.field("status")])
    assert found is not None
    before = (now | found.good)["status"]
    assert (before, found.value) in order.flows[0].edges


def test_a_rule_about_the_caller_breaks_by_naming_somebody():
    blueprint = parse(
        b"backstay: 1\nservice: a\nresources:\n  Claim:\n    fields:\n      maker: User = caller\n"
        b"      judge: User, optional\n    rules: {not_own: judge is null or judge != caller}\n",
        "contract",
    )
    claim = blueprint.resource("Claim")
    found = Breaker(blueprint, claim, claim.rules[0], ME, OTHER).found(
        {"maker": ME, "judge": None}, [claim.field("judge")]
    )
    assert found is not None
    assert (found.field.name, str(found.value)) == ("judge", ME)


def test_none_where_no_value_of_these_fields_breaks_it(timetrack):
    entry = timetrack.resource("TimeEntry")
    now = {"start_time": datetime(2024, 1, 1, tzinfo=UTC), "end_time": None}
    breaker = Breaker(timetrack, entry, entry.rules[0], ME)
    assert breaker.found(now, [entry.field("user"), entry.field("task")]) is None
