"""Where a condition is true, the fields that it rules out as null are not null."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from backstay.blueprint.checks.nulls import never_null
from backstay.blueprint.expressions import evaluate
from backstay.blueprint.model import Expression

NOW = datetime(2026, 11, 20, tzinfo=UTC)
NUMBERS, FLAGS = ("a", "b"), ("p", "q")

numbers = st.sampled_from(NUMBERS).map(lambda name: Expression("name", (name,)))
flags = st.sampled_from(FLAGS).map(lambda name: Expression("name", (name,)))
tests = st.one_of(
    st.builds(lambda op, x, y: Expression(op, (x, y)), st.sampled_from("=<"), numbers, numbers),
    st.builds(
        lambda op, x: Expression(op, (x,)),
        st.sampled_from(["is null", "is not null"]),
        numbers | flags,
    ),
    flags,
)
conditions = st.recursive(
    tests,
    lambda inner: (
        st.builds(
            lambda op, x, y: Expression(op, (x, y)), st.sampled_from(["and", "or"]), inner, inner
        )
        | inner.map(lambda x: Expression("not", (x,)))
    ),
    max_leaves=5,
)
rows = st.fixed_dictionaries(
    {
        **dict.fromkeys(NUMBERS, st.none() | st.integers(0, 1)),
        **dict.fromkeys(FLAGS, st.none() | st.booleans()),
    }
)


@settings(max_examples=600, derandomize=True, deadline=None)
@given(conditions, rows)
def test_a_true_condition_leaves_no_null_in_what_it_rules_out(condition, row):
    if evaluate(condition, row, NOW, None) is True:
        assert [name for name in never_null(condition) if row[name] is None] == []


def test_what_is_ruled_out_is_found_in_every_part_of_an_and():
    a, b, p = (Expression("name", (name,)) for name in "abp")
    less = Expression("<", (a, b))
    absent = Expression("not", (Expression("is null", (p,)),))

    assert never_null(Expression("and", (less, absent))) == {"a", "b", "p"}
    assert never_null(Expression("or", (less, absent))) == set()
    assert never_null(Expression("not", (p,))) == {"p"}
