"""The logic of expressions: true, false and unknown, as in SQL."""

from datetime import UTC, datetime
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstay.blueprint.expressions import Value, evaluate
from backstay.blueprint.model import Expression

NOW = datetime(2026, 11, 20, tzinfo=UTC)
THREE = [True, False, None]


def name(field: str) -> Expression:
    return Expression("name", (field,))


def pair(op: str, left: Expression, right: Expression) -> Expression:
    return Expression(op, (left, right))


def value(op: str, left: Value, right: Value) -> Value:
    return evaluate(pair(op, name("a"), name("b")), {"a": left, "b": right}, NOW, None)


def test_and_is_false_as_soon_as_one_side_is_and_unknown_otherwise():
    table = {(a, b): value("and", a, b) for a, b in product(THREE, THREE)}

    assert table == {
        (True, True): True,
        (True, False): False,
        (True, None): None,
        (False, True): False,
        (False, False): False,
        (False, None): False,
        (None, True): None,
        (None, False): False,
        (None, None): None,
    }


def test_or_is_true_as_soon_as_one_side_is_and_unknown_otherwise():
    table = {(a, b): value("or", a, b) for a, b in product(THREE, THREE)}

    assert table == {
        (True, True): True,
        (True, False): True,
        (True, None): True,
        (False, True): True,
        (False, False): False,
        (False, None): None,
        (None, True): True,
        (None, False): None,
        (None, None): None,
    }


@pytest.mark.parametrize(("given_", "expected"), [(True, False), (False, True), (None, None)])
def test_not_leaves_unknown_unknown(given_, expected):
    assert evaluate(Expression("not", (name("a"),)), {"a": given_}, NOW, None) is expected


@pytest.mark.parametrize("op", ["=", "!=", "<", "<=", ">", ">=", "+", "-"])
@pytest.mark.parametrize(("left", "right"), [(None, 1), (1, None), (None, None)])
def test_comparisons_and_sums_with_null_are_unknown(op, left, right):
    assert value(op, left, right) is None


@pytest.mark.parametrize(("given_", "null"), [(None, True), (0, False), (False, False)])
def test_null_tests_are_never_unknown(given_, null):
    row = {"a": given_}

    assert evaluate(Expression("is null", (name("a"),)), row, NOW, None) is null
    assert evaluate(Expression("is not null", (name("a"),)), row, NOW, None) is (not null)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.sampled_from(THREE), st.sampled_from(THREE), st.sampled_from(THREE))
def test_the_laws_of_de_morgan_hold_for_three_values(a, b, c):
    row = {"a": a, "b": b, "c": c}
    both = pair("and", name("a"), pair("or", name("b"), name("c")))
    neither = pair("and", Expression("not", (name("b"),)), Expression("not", (name("c"),)))
    turned = pair("or", Expression("not", (name("a"),)), neither)

    assert evaluate(Expression("not", (both,)), row, NOW, None) is evaluate(turned, row, NOW, None)
