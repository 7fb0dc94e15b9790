"""Expressions are printed with the brackets that they need, and read back the same."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstay.blueprint.expressions import show
from backstay.blueprint.expressions.show import COMPARISONS, SUM, number
from backstay.blueprint.forms.expressions import condition
from backstay.blueprint.mistakes import Mistakes
from backstay.blueprint.model import Expression, Place
from backstay.blueprint.reading.nodes import Span, Text

NAMES = ["title", "end_time", "text", "set", "when", "unique_id", "b2", "in_progress"]
LEAVES = st.one_of(
    st.sampled_from(NAMES).map(lambda name: Expression("name", (name,))),
    st.decimals(-(10**20), 10**20, places=0).map(lambda n: Expression("number", (n,))),
    st.decimals(-999, 999, places=2).map(lambda n: Expression("number", (n,))),
    st.text(st.sampled_from("ab' |,=<é\u4e2d"), max_size=6).map(
        lambda text: Expression("string", (text,))
    ),
    st.sampled_from(["now", "caller", "true", "false", "null"]).map(Expression),
)


def sums(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    return st.builds(lambda op, a, b: Expression(op, (a, b)), st.sampled_from("+-"), inner, inner)


def conditions(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    pairs = st.sampled_from([*COMPARISONS, "and", "or"])
    return st.one_of(
        st.builds(lambda op, a, b: Expression(op, (a, b)), pairs, inner, inner),
        st.builds(
            lambda op, a: Expression(op, (a,)),
            st.sampled_from(["not", "is null", "is not null"]),
            inner,
        ),
    )


ANY = st.recursive(LEAVES, lambda inner: sums(inner) | conditions(inner), max_leaves=12)


def read(text: str, form: str = "condition") -> Expression:
    mistakes = Mistakes()
    found = condition(mistakes, Text(text, Place(1, 1), Span(0, len(text)), text), form)
    assert found, (text, mistakes.listed())
    return found.expression


@settings(max_examples=400, derandomize=True, deadline=None)
@given(ANY)
def test_what_is_printed_is_read_back_the_same(expression):
    assert read(show(expression)) == expression


@settings(max_examples=150, derandomize=True, deadline=None)
@given(ANY)
def test_where_the_grammar_asks_for_a_sum_a_condition_stands_in_brackets(expression):
    assert read(show(expression, SUM), "value") == expression


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("((a) > (1))", "a > 1"),
        ("(a = 1 or b = 2) and c = 3", "(a = 1 or b = 2) and c = 3"),
        ("a = 1 or (b = 2 and c = 3)", "a = 1 or b = 2 and c = 3"),
        ("not (a = 1 and b = 2)", "not (a = 1 and b = 2)"),
        ("a-(b-1)", "a - (b - 1)"),
        ("(a-b)-1", "a - b - 1"),
        ("a is   not\n null", "a is not null"),
        ("a = 10000.50", "a = 10_000.50"),
        ("a = 'it''s'", "a = 'it''s'"),
        ("not not a", "not not a"),
        ("a - -3", "a - -3"),
    ],
)
def test_printing_keeps_no_bracket_and_no_space_that_means_nothing(text, printed):
    assert show(read(text)) == printed


def test_text_is_read_in_normal_form_c():
    assert read("a = 'e\u0301'") == read("a = '\u00e9'")


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (9999, "9999"), (10_000, "10_000"), (-1_234_567, "-1_234_567")],
)
def test_numbers_are_grouped_from_five_digits_on(value, text):
    assert number(value) == text
    assert number(Decimal(value)) == text
