"""Each operation's objective: its own words over those of the contract."""

from decimal import Decimal

import pytest

from backstay.blueprint import Blueprint
from backstay.blueprint.model import Objective
from backstay.blueprint.objectives import DEFAULT, deadline_of, merged, objective_of, rises
from backstay.blueprint.operations import operations


def of(blueprint: Blueprint, operation_id: str) -> Objective:
    (operation,) = (one for one in operations(blueprint) if one.id == operation_id)
    return objective_of(blueprint, operation)


def test_an_operation_without_words_of_its_own_has_those_of_the_contract(timetrack):
    assert of(timetrack, "get_task") == Objective(
        p95=Decimal(200), errors=Decimal("0.1"), availability=Decimal("99.9"), rate=100
    )


def test_its_own_words_come_first(timetrack):
    assert of(timetrack, "list_time_entries").p95 == 150
    assert of(timetrack, "get_time_entry").p95 == 200


def test_complex_leaves_out_an_inherited_p99_that_would_be_smaller(shop):
    found = of(shop, "list_orders")

    assert found.p95 == 1000
    assert found.p99 is None
    assert found.errors == Decimal("0.1")


def test_a_larger_inherited_p99_stays(shop):
    assert of(shop, "place_order").p99 == 500
    assert of(shop, "place_order").p95 == 400


def test_sign_in_is_complex(timetrack):
    assert of(timetrack, "login").p95 == 1000
    assert of(timetrack, "login").rate == 100


def test_update_speaks_for_put_and_patch_and_read_for_get(contract):
    blueprint = contract(
        "  Box:\n    fields: {n: int}\n    sla: {update: p95 300ms, read: p95 50ms}\n"
    )

    assert of(blueprint, "replace_box").p95 == of(blueprint, "update_box").p95 == 300
    assert of(blueprint, "get_box").p95 == 50
    assert of(blueprint, "list_boxes").p95 == 200


def test_a_smaller_p99_bounds_p95_too():
    found = merged(DEFAULT, Objective(p99=Decimal(150)))

    assert found.p95 == found.p99 == 150
    assert rises(found)


def test_a_p50_is_inherited_where_it_still_rises():
    base = merged(DEFAULT, Objective(p50=Decimal(100)))

    assert merged(base, Objective(p95=Decimal(150))).p50 == 100
    assert merged(base, Objective(p95=Decimal(50))).p50 is None


def test_an_own_error_rate_replaces_the_inherited_one():
    assert merged(DEFAULT, Objective(errors=Decimal(2))).errors == 2


@pytest.mark.parametrize(("p95", "seconds"), [(50, 2), (200, 2), (500, 5), (1000, 10), (9000, 30)])
def test_the_deadline_is_ten_times_p95_within_2_and_30_seconds(p95, seconds):
    assert deadline_of(Objective(p95=Decimal(p95))) == seconds


def test_without_a_p95_the_deadline_is_that_of_the_default():
    assert deadline_of(Objective()) == 2


def test_percentiles_that_fall_are_told_from_those_that_rise():
    assert not rises(Objective(p50=Decimal(3), p99=Decimal(2)))
    assert rises(Objective(p50=Decimal(2), p99=Decimal(2)))
